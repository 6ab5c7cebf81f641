package org.gradus.model.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value (RFC 8259): objects as {@link LinkedHashMap}, arrays as {@link ArrayList},
 * whole numbers as {@link Long} and others as {@link Double}, {@code true} and {@code false} as
 * {@link Boolean}, {@code null} as {@code null}. Nesting is limited to 64 levels.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value of a JSON text.
   *
   * @throws IllegalArgumentException when the text is not JSON; the message names the offset
   */
  public static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    if (reader.next() != 0) {
      throw reader.refusal("the end");
    }
    return value;
  }

  /**
   * The object of a JSON text.
   *
   * @throws IllegalArgumentException when the text is not a JSON object
   */
  public static Map<String, Object> readObject(String text) {
    JsonReader reader = new JsonReader(text);
    if (reader.next() != '{') {
      throw reader.refusal("an object");
    }
    Map<String, Object> object = reader.object(0);
    if (reader.next() != 0) {
      throw reader.refusal("the end");
    }
    return object;
  }

  private IllegalArgumentException refusal(String expected) {
    String found =
        at < text.length()
            ? "'" + text.substring(at, Math.min(text.length(), at + 20)) + "'"
            : "the end";
    return new IllegalArgumentException(
        "JSON has " + found + " at offset " + at + " where " + expected + " must be");
  }

  /** The next character that is not white space, or 0 at the end; does not go past it. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw refusal("at most " + DEEPEST + " levels");
    }
    switch (next()) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    if (next() == '}') {
      at++;
      return object;
    }
    while (true) {
      if (next() != '"') {
        throw refusal("a name in quotes");
      }
      String name = string();
      expect(':');
      object.put(name, value(depth + 1));
      if (next() != ',') {
        expect('}');
        return object;
      }
      at++;
    }
  }

  private List<Object> array(int depth) {
    List<Object> array = new ArrayList<>();
    at++;
    if (next() == ']') {
      at++;
      return array;
    }
    while (true) {
      array.add(value(depth + 1));
      if (next() != ',') {
        expect(']');
        return array;
      }
      at++;
    }
  }

  private void expect(char c) {
    if (next() != c) {
      throw refusal("'" + c + "'");
    }
    at++;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw refusal("a value");
    }
    at += word.length();
    return value;
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return number(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw (IllegalArgumentException) refusal("a value").initCause(e);
    }
  }

  /** A {@link Long} for every whole number that fits in one, else a {@link Double}. */
  private static Number number(String digits) {
    boolean whole = isWhole(digits);
    if (whole && digits.length() < 19) {
      return Long.valueOf(digits);
    }
    if (whole && digits.length() <= 20 && new BigInteger(digits).bitLength() < Long.SIZE) {
      return Long.valueOf(digits);
    }
    return Double.valueOf(digits);
  }

  private static boolean isWhole(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (".eE".indexOf(digits.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private String string() {
    int start = ++at;
    int end = start;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '"') {
      at = end + 1;
      return text.substring(start, end);
    }
    return escapedString();
  }

  private String escapedString() {
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      string.append(c == '\\' ? escape() : c);
    }
    throw refusal("a closing quote");
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    int plain = "\"\\/".indexOf(c);
    if (plain >= 0) {
      return c;
    }
    int control = "bfnrt".indexOf(c);
    if (control >= 0) {
      return "\b\f\n\r\t".charAt(control);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw refusal("an escape");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }
}
