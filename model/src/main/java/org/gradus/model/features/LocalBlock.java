package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * The student's last 20 outcomes on the exercise (Khan Academy 2012): two exponentially weighted
 * averages (weights 0.333 and 0.1 for the newest, from the seed 0.9, recomputed over the window),
 * the trailing run of corrects, ln n, ln(n - c + 1) and c / n for n outcomes with c corrects;
 * without any outcome 0.9, 0.9, 0, 0, 0, 0.8. Outcomes are kept as 20 bits and a count, with the
 * averages 16 bytes an exercise.
 */
public final class LocalBlock implements FeatureBlock {
  /** Number of outcomes that are remembered. */
  public static final int WINDOW = 20;

  private static final double SEED = 0.9;
  private static final double FAST = 0.333;
  private static final double SLOW = 0.1;
  private static final float UNSEEN_PERCENT = 0.8f;
  private static final float[] LOG = logs();

  private static float[] logs() {
    float[] logs = new float[WINDOW + 2];
    for (int i = 1; i < logs.length; i++) {
      logs[i] = (float) StrictMath.log(i);
    }
    return logs;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public List<String> features() {
    return List.of(
        "ewma_3", "ewma_10", "current_streak", "log_num_done", "log_num_missed", "percent_correct");
  }

  @Override
  public BlockState newState() {
    return Levels.ofExercise(Window::new);
  }

  /** The averages are kept up, not asked for anew: questions come more often than answers. */
  private static final class Window implements Levels.Memory {
    private int outcomes;
    private int count;
    private float fast = (float) SEED;
    private float slow = (float) SEED;

    @Override
    public void features(Question question, float[] out, int offset) {
      int corrects = Integer.bitCount(outcomes);
      out[offset] = fast;
      out[offset + 1] = slow;
      out[offset + 2] = Integer.numberOfTrailingZeros(~outcomes);
      out[offset + 3] = count == 0 ? 0 : LOG[count];
      out[offset + 4] = LOG[count - corrects + 1];
      out[offset + 5] = count == 0 ? UNSEEN_PERCENT : (float) corrects / count;
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      outcomes = (outcomes << 1 | (attempt.correct() ? 1 : 0)) & ((1 << WINDOW) - 1);
      count = Math.min(WINDOW, count + 1);
      average();
    }

    private void average() {
      double fastAverage = SEED;
      double slowAverage = SEED;
      for (int i = count - 1; i >= 0; i--) {
        int outcome = (outcomes >>> i) & 1;
        fastAverage = FAST * outcome + (1 - FAST) * fastAverage;
        slowAverage = SLOW * outcome + (1 - SLOW) * slowAverage;
      }
      fast = (float) fastAverage;
      slow = (float) slowAverage;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(outcomes);
      out.writeByte(count);
    }

    @Override
    public void read(DataInput in) throws IOException {
      outcomes = in.readInt();
      count = in.readByte();
      average();
    }
  }
}
