package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one line as places in a byte array, without a copy, and behind them fields that the
 * line itself does not have. A line's fields beyond the capacity are counted but not kept. Reused
 * for each line.
 */
final class Fields {
  private static final byte[] EMPTY = {};

  private final int[] from;
  private final int[] to;
  private final byte[][] added;
  private byte[] bytes = EMPTY;
  private int count;

  /**
   * No fields yet.
   *
   * @param capacity number of fields of a line
   * @param more number of fields behind them, set by {@link #set}
   */
  Fields(int capacity, int more) {
    from = new int[capacity];
    to = new int[capacity];
    added = new byte[more][];
    Arrays.fill(added, EMPTY);
  }

  void reset(byte[] newBytes) {
    bytes = newBytes;
    count = 0;
  }

  /** Adds a field without the blanks around it. */
  void add(int begin, int end) {
    if (count < from.length) {
      int first = begin;
      int last = end;
      while (first < last && bytes[first] == ' ') {
        first++;
      }
      while (last > first && bytes[last - 1] == ' ') {
        last--;
      }
      from[count] = first;
      to[count] = last;
    }
    count++;
  }

  /** Sets a field behind those of the line. */
  void set(int column, byte[] value) {
    added[column - from.length] = value;
  }

  /** Number of fields of the line itself. */
  int count() {
    return count;
  }

  /** The bytes that hold a field. */
  byte[] bytes(int column) {
    return column < from.length ? bytes : added[column - from.length];
  }

  /** Where a field begins; a field that the line lacks is empty. */
  int from(int column) {
    return column < Math.min(count, from.length) ? from[column] : 0;
  }

  int to(int column) {
    if (column >= from.length) {
      return added[column - from.length].length;
    }
    return column < count ? to[column] : 0;
  }

  boolean isEmpty(int column) {
    return from(column) == to(column);
  }

  String text(int column) {
    int start = from(column);
    return new String(bytes(column), start, to(column) - start, StandardCharsets.UTF_8);
  }

  /** Whether a field is exactly these bytes. */
  boolean is(int column, byte[] value) {
    return Arrays.equals(bytes(column), from(column), to(column), value, 0, value.length);
  }

  /** Whether two fields are the same. */
  boolean same(int column, int other) {
    return Arrays.equals(
        bytes(column), from(column), to(column), bytes(other), from(other), to(other));
  }
}
