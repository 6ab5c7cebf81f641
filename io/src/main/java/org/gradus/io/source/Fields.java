package org.gradus.io.source;

import java.nio.charset.StandardCharsets;

/**
 * The fields of one line as places in a byte array, without a copy. Fields beyond the capacity are
 * counted but not kept. Reused for each line.
 */
final class Fields {
  private final int[] from;
  private final int[] to;
  private byte[] bytes;
  private int count;

  Fields(int capacity) {
    from = new int[capacity];
    to = new int[capacity];
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

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where a field begins; a field that the line lacks is empty. */
  int from(int column) {
    return column < count ? from[column] : 0;
  }

  int to(int column) {
    return column < count ? to[column] : 0;
  }

  boolean isEmpty(int column) {
    return from(column) == to(column);
  }

  String text(int column) {
    return new String(bytes, from(column), to(column) - from(column), StandardCharsets.UTF_8);
  }

  /** Whether a field is exactly these bytes. */
  boolean is(int column, byte[] value) {
    int start = from(column);
    if (to(column) - start != value.length) {
      return false;
    }
    for (int i = 0; i < value.length; i++) {
      if (bytes[start + i] != value[i]) {
        return false;
      }
    }
    return true;
  }
}
