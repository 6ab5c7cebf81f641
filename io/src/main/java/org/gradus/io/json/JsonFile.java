package org.gradus.io.json;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/** Reads and writes one JSON object that fits into memory. */
public final class JsonFile {
  private JsonFile() {}

  /**
   * The object in a file.
   *
   * @throws FileNotFoundException when there is none
   * @throws IOException when it cannot be read or is not JSON; the message names the file
   */
  public static Map<String, Object> read(Path file, Configuration configuration)
      throws IOException {
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      return JsonReader.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /** Writes an object, indented for people, replacing the file. */
  public static void write(Map<String, Object> object, Path file, Configuration configuration)
      throws IOException {
    try (OutputStream out = file.getFileSystem(configuration).create(file, true)) {
      out.write((JsonWriter.writeIndented(object) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
