package org.gradus.jobs.predict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/**
 * First attempts on one exercise by predicted P(correct), in 100 bins of 0.01, and outcome.
 * Serialised as 100 pairs of VLong: corrects and wrongs.
 */
public final class FirstAttemptsWritable implements Writable {
  /** Number of bins. */
  static final int BINS = 100;

  private final long[] corrects = new long[BINS];
  private final long[] wrongs = new long[BINS];

  /** No attempts; Hadoop creates values by reflection. */
  public FirstAttemptsWritable() {}

  void add(double probability, boolean correct) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    (correct ? corrects : wrongs)[bin]++;
  }

  void add(FirstAttemptsWritable other) {
    for (int i = 0; i < BINS; i++) {
      corrects[i] += other.corrects[i];
      wrongs[i] += other.wrongs[i];
    }
  }

  /** Number of attempts. */
  long attempts() {
    return sum(corrects, 0) + sum(wrongs, 0);
  }

  private static long sum(long[] counts, int from) {
    long sum = 0;
    for (int i = from; i < BINS; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** F-beta of the rule that P(correct) from {@code bin} / 100 on means correct; 0 to 1. */
  double score(int bin, double beta) {
    double weight = beta * beta;
    double right = (double) sum(corrects, bin);
    double wrong = (double) sum(wrongs, bin);
    double missed = (double) (sum(corrects, 0) - sum(corrects, bin));
    return right == 0 ? 0 : (1 + weight) * right / ((1 + weight) * right + weight * missed + wrong);
  }

  /** The threshold in steps of 0.01 with the best F-beta, the highest of equals. */
  double best(double beta) {
    int best = 0;
    for (int bin = 1; bin < BINS; bin++) {
      best = score(bin, beta) >= score(best, beta) ? bin : best;
    }
    return (double) best / BINS;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < BINS; i++) {
      WritableUtils.writeVLong(out, corrects[i]);
      WritableUtils.writeVLong(out, wrongs[i]);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    for (int i = 0; i < BINS; i++) {
      corrects[i] = WritableUtils.readVLong(in);
      wrongs[i] = WritableUtils.readVLong(in);
    }
  }
}
