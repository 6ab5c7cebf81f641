package org.gradus.jobs.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/**
 * Where a row of the output belongs: its file, then time, student, number of the attempt within the
 * student, and whether it is an extra row. No two rows of a class have the same key, so the order
 * inside a file does not depend on the tasks. All parts are 0 or more; 21 bytes, big-endian, hence
 * ordered as their bytes are.
 */
public final class RowKeyWritable implements WritableComparable<RowKeyWritable> {
  static {
    WritableComparator.define(RowKeyWritable.class, new Comparator());
  }

  private int file;
  private long epochMillis;
  private int student;
  private int number;
  private boolean extra;

  /** Sets the key of an attempt's row. */
  public RowKeyWritable set(
      int newFile, long newTime, int newStudent, int newNumber, boolean more) {
    file = newFile;
    epochMillis = newTime;
    student = newStudent;
    number = newNumber;
    extra = more;
    return this;
  }

  /** Number of the output file, from 0. */
  public int file() {
    return file;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(file);
    out.writeLong(epochMillis);
    out.writeInt(student);
    out.writeInt(number);
    out.writeBoolean(extra);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    file = in.readInt();
    epochMillis = in.readLong();
    student = in.readInt();
    number = in.readInt();
    extra = in.readBoolean();
  }

  @Override
  public int compareTo(RowKeyWritable that) {
    int order = Integer.compare(file, that.file);
    order = order != 0 ? order : Long.compare(epochMillis, that.epochMillis);
    order = order != 0 ? order : Integer.compare(student, that.student);
    order = order != 0 ? order : Integer.compare(number, that.number);
    return order != 0 ? order : Boolean.compare(extra, that.extra);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKeyWritable && compareTo((RowKeyWritable) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, epochMillis, student, number, extra);
  }

  @Override
  public String toString() {
    return file + "/" + epochMillis + "/" + student + "/" + number + (extra ? "+" : "");
  }

  /** Compares serialized keys as bytes. */
  static final class Comparator extends WritableComparator {
    Comparator() {
      super(RowKeyWritable.class);
    }

    @Override
    public int compare(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
      return compareBytes(a, fromA, lengthA, b, fromB, lengthB);
    }
  }
}
