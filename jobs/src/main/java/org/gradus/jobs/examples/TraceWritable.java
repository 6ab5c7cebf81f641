package org.gradus.jobs.examples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/**
 * Training rows of one student on one exercise, in order: the opportunity of the first (attempts
 * before it plus 1), the number of rows, whether the student is held out, and their features and
 * labels as {@link TraceEncoder} packs them. Reused between calls of {@link #readFields}.
 */
public final class TraceWritable implements Writable {
  private int firstOpportunity;
  private int rows;
  private boolean heldOut;
  private byte[] bytes = new byte[0];
  private int length;
  private int copy;

  void set(
      int newFirstOpportunity, int newRows, boolean newHeldOut, byte[] newBytes, int newLength) {
    firstOpportunity = newFirstOpportunity;
    rows = newRows;
    heldOut = newHeldOut;
    bytes = newBytes;
    length = newLength;
    copy = 0;
  }

  /**
   * Which of several copies this is, from 0, for the partitioner to tell them apart; not written.
   */
  int copy() {
    return copy;
  }

  void setCopy(int newCopy) {
    copy = newCopy;
  }

  /** Which attempt of the student on the exercise the first row is, from 1. */
  public int firstOpportunity() {
    return firstOpportunity;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Whether the rows are of a held-out student. */
  boolean isHeldOut() {
    return heldOut;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVInt(out, firstOpportunity);
    WritableUtils.writeVInt(out, rows);
    out.writeBoolean(heldOut);
    WritableUtils.writeVInt(out, length);
    out.write(bytes, 0, length);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    firstOpportunity = WritableUtils.readVInt(in);
    rows = WritableUtils.readVInt(in);
    heldOut = in.readBoolean();
    length = WritableUtils.readVInt(in);
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    in.readFully(bytes, 0, length);
  }
}
