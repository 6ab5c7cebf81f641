package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The members of a JSON object, read by type; a refusal names the member and its value. */
final class Members {
  private final Map<?, ?> object;

  Members(Map<?, ?> object) {
    this.object = object;
  }

  String text(String name) {
    Object value = object.get(name);
    if (value instanceof String) {
      return (String) value;
    }
    throw refusal(name, "a text", value);
  }

  /** A count, not negative. */
  long count(String name) {
    Object value = object.get(name);
    if (value instanceof Long && (Long) value >= 0) {
      return (Long) value;
    }
    throw refusal(name, "a count", value);
  }

  /** A number; NaN when it is null or absent. */
  double number(String name) {
    Object value = object.get(name);
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number) {
      return ((Number) value).doubleValue();
    }
    throw refusal(name, "a number", value);
  }

  List<String> texts(String name) {
    Object value = object.get(name);
    if (!(value instanceof List)) {
      throw refusal(name, "an array of texts", value);
    }
    List<String> texts = new ArrayList<>();
    for (Object element : (List<?>) value) {
      texts.add(String.valueOf(element));
    }
    return texts;
  }

  @SuppressWarnings("unchecked") // JsonReader gives texts as names, never anything else.
  Map<String, Object> object(String name) {
    Object value = object.get(name);
    if (value instanceof Map) {
      return (Map<String, Object>) value;
    }
    throw refusal(name, "an object", value);
  }

  /** The names of all members, in the order of the file. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.keySet().forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  boolean isAbsent(String name) {
    return object.get(name) == null;
  }

  private static IllegalArgumentException refusal(String name, String type, Object value) {
    return new IllegalArgumentException("'" + name + "' must be " + type + ", not " + value);
  }
}
