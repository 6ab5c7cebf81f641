package org.gradus.model.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * The compact forms of a student's state. As bytes: the version 1, then {@link StudentState#write}
 * deflated (RFC 1950). As JSON: {@code
 * {"format":"gradus-student-1","features":"bias,local,...","state":"..."}} with those bytes in
 * Base64. The same state gives the same bytes, whatever the order in which its exercises came.
 */
final class StudentSnapshot {
  static final String FORMAT = "gradus-student-1";
  private static final int VERSION = 1;

  private StudentSnapshot() {}

  static byte[] bytes(StudentState student) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      student.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("Memory cannot fail as a file does.", e);
    }
    return bytes.toByteArray();
  }

  static void read(byte[] bytes, StudentState student) throws IOException {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IOException(
          "Cannot read a student state whose first byte is "
              + (bytes.length == 0 ? "missing" : bytes[0])
              + ", only of version "
              + VERSION
              + ".");
    }
    ByteArrayInputStream packed = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(packed))) {
      student.read(in);
    }
  }

  static String json(StudentState student, String features) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("features", features);
    json.put("state", Base64.getEncoder().encodeToString(bytes(student)));
    return JsonWriter.write(json);
  }

  static byte[] bytesOfJson(String text) throws IOException {
    try {
      Map<String, Object> json = JsonReader.readObject(text);
      if (FORMAT.equals(json.get("format")) && json.get("state") instanceof String) {
        return Base64.getDecoder().decode((String) json.get("state"));
      }
      throw new IOException(
          "Cannot read a student state of format '"
              + json.get("format")
              + "', only '"
              + FORMAT
              + "'.");
    } catch (IllegalArgumentException e) {
      throw new IOException("Cannot read a student state: " + e.getMessage() + ".", e);
    }
  }
}
