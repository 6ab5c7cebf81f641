package org.gradus.jobs.sort;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;
import org.apache.hadoop.io.WritableUtils;
import org.gradus.model.attempt.Attempt;

/**
 * A student and one whole attempt as bytes whose order is that of the histories: student, then
 * time, then order, then all the rest. Two keys are equal exactly if everything in them is equal,
 * so equal keys are duplicate {@link Deliveries}, and the order of a history depends on nothing but
 * its student and attempts; {@link TiedAttempts} are shuffled after. The layout is in {@link
 * AttemptEncoder}.
 *
 * <p>Serialised as the number of bytes (Hadoop's VInt), then the bytes.
 */
public final class AttemptKey implements WritableComparable<AttemptKey> {
  static {
    WritableComparator.define(AttemptKey.class, new Comparator());
  }

  private final AttemptEncoder encoder = new AttemptEncoder();
  private byte[] bytes = new byte[128];
  private int length;

  /** Puts in an attempt of {@code student}, a non-empty id. */
  public void set(String student, Attempt attempt) {
    encoder.encode(student, attempt);
    bytes = encoder.bytes();
    length = encoder.length();
  }

  /** Copies another key's bytes. */
  void set(AttemptKey other) {
    reserve(other.length);
    System.arraycopy(other.bytes, 0, bytes, 0, other.length);
    length = other.length;
  }

  /** The bytes; only the first {@link #length} count. */
  byte[] bytes() {
    return bytes;
  }

  /** Number of bytes. */
  int length() {
    return length;
  }

  /** Number of bytes of the student's id, which are the first ones. */
  int studentLength() {
    return lengthOfStudent(bytes, 0, length);
  }

  static int lengthOfStudent(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != AttemptEncoder.END_OF_TEXT) {
      end++;
    }
    return end - from;
  }

  private void reserve(int size) {
    if (bytes.length < size) {
      bytes = new byte[size + size / 2];
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVInt(out, length);
    out.write(bytes, 0, length);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int size = WritableUtils.readVInt(in);
    reserve(size);
    in.readFully(bytes, 0, size);
    length = size;
  }

  @Override
  public int compareTo(AttemptKey other) {
    return WritableComparator.compareBytes(bytes, 0, length, other.bytes, 0, other.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttemptKey
        && Arrays.equals(
            bytes, 0, length, ((AttemptKey) other).bytes, 0, ((AttemptKey) other).length);
  }

  @Override
  public int hashCode() {
    return WritableComparator.hashBytes(bytes, length);
  }

  @Override
  public String toString() {
    AttemptDecoder decoder = new AttemptDecoder();
    return decoder.student(this) + " " + decoder.attempt(this);
  }

  /** Compares serialised keys byte by byte, unsigned; agrees with {@link #compareTo}. */
  public static final class Comparator extends WritableComparator {
    /** Creates the comparator; Hadoop does so by reflection. */
    public Comparator() {
      super(AttemptKey.class, true);
    }

    @Override
    public int compare(byte[] b1, int s1, int l1, byte[] b2, int s2, int l2) {
      int skip1 = WritableUtils.decodeVIntSize(b1[s1]);
      int skip2 = WritableUtils.decodeVIntSize(b2[s2]);
      return compareBytes(b1, s1 + skip1, l1 - skip1, b2, s2 + skip2, l2 - skip2);
    }
  }
}
