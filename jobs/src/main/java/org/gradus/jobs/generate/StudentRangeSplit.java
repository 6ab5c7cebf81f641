package org.gradus.jobs.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.InputSplit;

/** Some students, by their indexes. */
public final class StudentRangeSplit extends InputSplit implements Writable {
  private int from;
  private int to;

  /** An empty range, to be read into. */
  public StudentRangeSplit() {}

  /** The students {@code from} to {@code to - 1}. */
  StudentRangeSplit(int from, int to) {
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Number of students. */
  @Override
  public long getLength() {
    return (long) to - from;
  }

  @Override
  public String[] getLocations() {
    return new String[0];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(from);
    out.writeInt(to);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    from = in.readInt();
    to = in.readInt();
  }

  @Override
  public String toString() {
    return "students " + from + " to " + (to - 1);
  }
}
