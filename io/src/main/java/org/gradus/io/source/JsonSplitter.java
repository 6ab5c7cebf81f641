package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradus.model.json.JsonReader;

/**
 * Takes the fields of one JSON object: each column is a dotted path ({@code event.problem_id}), or
 * several with {@code |} between them, of which the first that has a value counts. Missing and null
 * values are empty fields; objects and arrays are not values.
 */
final class JsonSplitter implements Splitter {
  private static final Pattern ALTERNATIVES = Pattern.compile("\\s*\\|\\s*");

  private final List<List<String>> columns = new ArrayList<>();

  JsonSplitter(List<String> paths) {
    for (String path : paths) {
      columns.add(List.of(ALTERNATIVES.split(path)));
    }
  }

  @Override
  public Rejection split(byte[] line, int from, int to, Fields fields) {
    Map<String, Object> object;
    try {
      object = JsonReader.readObject(new String(line, from, to - from, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Rejection.BAD_JSON;
    }
    List<byte[]> values = new ArrayList<>();
    for (List<String> paths : columns) {
      values.add(first(object, paths).getBytes(StandardCharsets.UTF_8));
    }
    join(values, fields);
    return null;
  }

  private static String first(Map<String, Object> object, List<String> paths) {
    for (String path : paths) {
      Object value = at(object, path);
      if (value != null && !value.toString().isEmpty()) {
        return value.toString();
      }
    }
    return "";
  }

  private static Object at(Map<String, Object> object, String path) {
    if (object.containsKey(path)) {
      Object value = object.get(path);
      return value instanceof Map || value instanceof List ? null : value;
    }
    int dot = path.indexOf('.');
    Object inner = dot < 0 ? null : object.get(path.substring(0, dot));
    return inner instanceof Map ? at(asObject(inner), path.substring(dot + 1)) : null;
  }

  @SuppressWarnings("unchecked") // JsonReader gives every object string keys.
  private static Map<String, Object> asObject(Object value) {
    return (Map<String, Object>) value;
  }

  private static void join(List<byte[]> values, Fields fields) {
    int length = values.stream().mapToInt(value -> value.length).sum();
    byte[] joined = new byte[length];
    fields.reset(joined);
    int at = 0;
    for (byte[] value : values) {
      System.arraycopy(value, 0, joined, at, value.length);
      fields.add(at, at + value.length);
      at += value.length;
    }
  }
}
