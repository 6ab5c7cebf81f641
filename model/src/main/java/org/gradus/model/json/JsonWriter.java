package org.gradus.model.json;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes values as JSON (RFC 8259) on one line: maps as objects in their own order, iterables and
 * {@code double[]} as arrays, numbers, booleans, texts and {@code null}. Doubles are written with
 * the fewest digits that read back to the same bits. Not a number and the infinities have no JSON
 * form and are written as {@code null}.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private final boolean indented;
  private int depth;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /**
   * The JSON text of a value, without a line end.
   *
   * @throws IllegalArgumentException when a value of another type is inside
   */
  public static String write(Object value) {
    return write(value, false);
  }

  /**
   * The same value for the eye: one member a line, indented by two blanks; arrays of plain values
   * stay on one line. No line end after the last line.
   *
   * @throws IllegalArgumentException when a value of another type is inside
   */
  public static String writeIndented(Object value) {
    return write(value, true);
  }

  private static String write(Object value, boolean indented) {
    JsonWriter writer = new JsonWriter(indented);
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Map) {
      object((Map<?, ?>) value);
    } else if (value instanceof Iterable) {
      array((Iterable<?>) value);
    } else if (value instanceof double[]) {
      numbers((double[]) value);
    } else if (value instanceof long[]) {
      elements(java.util.Arrays.stream((long[]) value).iterator(), false);
    } else if (value instanceof Double || value instanceof Float) {
      number(((Number) value).doubleValue());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof CharSequence) {
      text((CharSequence) value);
    } else {
      throw new IllegalArgumentException(
          "cannot write a " + value.getClass().getName() + " as JSON: " + value);
    }
  }

  private void object(Map<?, ?> map) {
    boolean lines = indented && !map.isEmpty();
    out.append('{');
    depth++;
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      newLine(lines);
      text(entry.getKey().toString());
      out.append(indented ? ": " : ":");
      value(entry.getValue());
      separator = ",";
    }
    depth--;
    newLine(lines);
    out.append('}');
  }

  private void array(Iterable<?> values) {
    boolean lines = false;
    if (indented) {
      for (Object value : values) {
        lines |= value instanceof Map || value instanceof Iterable;
      }
    }
    elements(values.iterator(), lines);
  }

  private void elements(Iterator<?> values, boolean lines) {
    out.append('[');
    depth++;
    String separator = "";
    while (values.hasNext()) {
      out.append(separator);
      newLine(lines);
      value(values.next());
      separator = ",";
    }
    depth--;
    newLine(lines);
    out.append(']');
  }

  private void newLine(boolean wanted) {
    if (wanted) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void numbers(double[] values) {
    out.append('[');
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      number(values[i]);
    }
    out.append(']');
  }

  private void number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.append("null");
    } else if (value == Math.rint(value)
        && Math.abs(value) < 1e15
        && (value != 0 || 1 / value > 0)) {
      out.append((long) value);
    } else {
      out.append(value);
    }
  }

  private void text(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < 0x20
          || c == 0x7f
          || c == '\u2028'
          || c == '\u2029'
          || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
