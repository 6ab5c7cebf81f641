package org.gradus.jobs.difficulty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** A number of attempts and how many of them were correct. */
public final class CountsWritable implements Writable {
  private long corrects;
  private long attempts;

  /** No attempts; Hadoop creates values by reflection. */
  public CountsWritable() {}

  CountsWritable(long corrects, long attempts) {
    this.corrects = corrects;
    this.attempts = attempts;
  }

  long corrects() {
    return corrects;
  }

  long attempts() {
    return attempts;
  }

  void clear() {
    corrects = 0;
    attempts = 0;
  }

  void add(CountsWritable other) {
    corrects += other.corrects;
    attempts += other.attempts;
  }

  void add(long moreCorrects, long moreAttempts) {
    corrects += moreCorrects;
    attempts += moreAttempts;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVLong(out, corrects);
    WritableUtils.writeVLong(out, attempts);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    corrects = WritableUtils.readVLong(in);
    attempts = WritableUtils.readVLong(in);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountsWritable
        && corrects == ((CountsWritable) other).corrects
        && attempts == ((CountsWritable) other).attempts;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * corrects + attempts);
  }

  @Override
  public String toString() {
    return corrects + "/" + attempts;
  }
}
