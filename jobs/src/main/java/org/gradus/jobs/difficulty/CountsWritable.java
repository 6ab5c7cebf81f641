package org.gradus.jobs.difficulty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** For each variant, a number of attempts and how many of them were correct. */
public final class CountsWritable implements Writable {
  private long[] corrects = {};
  private long[] attempts = {};

  /** No attempts; Hadoop creates values by reflection. */
  public CountsWritable() {}

  /**
   * The same counts for some of the variants, none for the others.
   *
   * @param variants how many there are
   * @param counted which of them count these attempts
   */
  CountsWritable(int variants, BitSet counted, long corrects, long attempts) {
    set(variants, counted, corrects, attempts);
  }

  void set(int variants, BitSet counted, long newCorrects, long newAttempts) {
    clear(variants);
    for (int v = counted.nextSetBit(0); v >= 0; v = counted.nextSetBit(v + 1)) {
      corrects[v] = newCorrects;
      attempts[v] = newAttempts;
    }
  }

  void clear(int variants) {
    if (corrects.length == variants) {
      Arrays.fill(corrects, 0);
      Arrays.fill(attempts, 0);
    } else {
      corrects = new long[variants];
      attempts = new long[variants];
    }
  }

  int variants() {
    return attempts.length;
  }

  long corrects(int variant) {
    return corrects[variant];
  }

  long attempts(int variant) {
    return attempts[variant];
  }

  /** Adds counts of as many variants. */
  void add(CountsWritable other) {
    for (int v = 0; v < attempts.length; v++) {
      corrects[v] += other.corrects[v];
      attempts[v] += other.attempts[v];
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVInt(out, attempts.length);
    for (int v = 0; v < attempts.length; v++) {
      WritableUtils.writeVLong(out, attempts[v]);
      if (attempts[v] > 0) {
        WritableUtils.writeVLong(out, corrects[v]);
      }
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    clear(WritableUtils.readVInt(in));
    for (int v = 0; v < attempts.length; v++) {
      attempts[v] = WritableUtils.readVLong(in);
      corrects[v] = attempts[v] > 0 ? WritableUtils.readVLong(in) : 0;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountsWritable
        && Arrays.equals(corrects, ((CountsWritable) other).corrects)
        && Arrays.equals(attempts, ((CountsWritable) other).attempts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(corrects) + Arrays.hashCode(attempts);
  }

  @Override
  public String toString() {
    return Arrays.toString(corrects) + "/" + Arrays.toString(attempts);
  }
}
