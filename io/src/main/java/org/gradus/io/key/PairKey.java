package org.gradus.io.key;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/**
 * Two texts, compared one after the other by their UTF-8 bytes: the one secondary sort of Gradus,
 * grouped and partitioned by the first. Neither text may hold a zero character. Serialised: both
 * lengths as unsigned shorts, first, second.
 */
public final class PairKey implements WritableComparable<PairKey> {
  static {
    WritableComparator.define(PairKey.class, new PairKeyComparator());
  }

  private byte[] first = new byte[0];
  private byte[] second = new byte[0];

  /** An empty key; Hadoop creates keys by reflection. */
  public PairKey() {}

  /** A key of two texts. */
  public PairKey(String first, String second) {
    set(first, second);
  }

  /** Replaces both texts. */
  public void set(String newFirst, String newSecond) {
    first = bytes(newFirst);
    second = bytes(newSecond);
  }

  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0xFFFF || text.indexOf(0) >= 0) {
      throw new IllegalArgumentException(
          "a key cannot hold zero characters or more than 65,535 bytes: '"
              + text.substring(0, Math.min(80, text.length()))
              + "'");
    }
    return bytes;
  }

  /** The text that groups and partitions. */
  public String first() {
    return new String(first, StandardCharsets.UTF_8);
  }

  /** The text that orders inside a group. */
  public String second() {
    return new String(second, StandardCharsets.UTF_8);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeShort(first.length);
    out.writeShort(second.length);
    out.write(first);
    out.write(second);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int firstLength = in.readUnsignedShort();
    int secondLength = in.readUnsignedShort();
    first = new byte[firstLength];
    second = new byte[secondLength];
    in.readFully(first);
    in.readFully(second);
  }

  /** Compares the first texts only. */
  int compareFirst(PairKey other) {
    return Arrays.compareUnsigned(first, other.first);
  }

  @Override
  public int compareTo(PairKey other) {
    int byFirst = compareFirst(other);
    return byFirst != 0 ? byFirst : Arrays.compareUnsigned(second, other.second);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairKey && compareTo((PairKey) other) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + Arrays.hashCode(second);
  }

  @Override
  public String toString() {
    return first() + "|" + second();
  }
}
