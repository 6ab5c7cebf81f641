package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * ln(1 + corrects) and ln(1 + attempts) of the student within the last hour, day, week, month (30
 * days) and ever: on anything, on the exercise, on the item (DAS3H, Choffin et al. 2019). A window
 * has no sharp edge here: an answer of age a counts exp(-a / window) in it, so that nothing needs
 * to be remembered of single answers. Without a clock all but "ever" are 0.
 *
 * <p>Costs 120 bytes a row; 80 bytes and the name per exercise and per item of a student; constant
 * time, 12 exponentials an answer. Where the log's clock says when an answer was finished, the hour
 * window holds a little of the time that this very answer took; see {@link TimeBlock}.
 */
public final class WindowsBlock implements FeatureBlock {
  private static final double HOUR_MILLIS = 3_600_000;
  private static final String[] WINDOWS = {"hour", "day", "week", "month", "ever"};
  private static final double[] MILLIS = {
    HOUR_MILLIS, 24 * HOUR_MILLIS, 168 * HOUR_MILLIS, 720 * HOUR_MILLIS
  };
  private static final int WIDTH = 2 * WINDOWS.length;

  @Override
  public String name() {
    return "windows";
  }

  @Override
  public List<String> features() {
    List<String> names = new ArrayList<>();
    for (String of : List.of("student", "exercise", "item")) {
      for (String window : WINDOWS) {
        names.add(of + "_corrects_" + window);
        names.add(of + "_attempts_" + window);
      }
    }
    return names;
  }

  @Override
  public BlockState newState() {
    return Levels.toItem(Windows::new, WIDTH);
  }

  /** Exponentially decayed counts as of the newest answer with a clock, and plain ones. */
  private static final class Windows implements Levels.Memory {
    private final Tally ever = new Tally();
    private final double[] corrects = new double[MILLIS.length];
    private final double[] attempts = new double[MILLIS.length];
    private long newestMillis = Attempt.UNKNOWN_TIME;

    @Override
    public void features(Question question, float[] out, int offset) {
      long now = question.epochMillis();
      if (now != Attempt.UNKNOWN_TIME && newestMillis != Attempt.UNKNOWN_TIME) {
        for (int i = 0; i < MILLIS.length; i++) {
          double kept = kept(now, MILLIS[i]);
          out[offset + 2 * i] = (float) StrictMath.log1p(corrects[i] * kept);
          out[offset + 2 * i + 1] = (float) StrictMath.log1p(attempts[i] * kept);
        }
      }
      out[offset + WIDTH - 2] = (float) StrictMath.log1p(ever.corrects());
      out[offset + WIDTH - 1] = (float) StrictMath.log1p(ever.attempts());
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      long now = question.epochMillis();
      boolean correct = attempt.correct();
      ever.add(correct);
      if (now == Attempt.UNKNOWN_TIME) {
        return;
      }
      for (int i = 0; i < MILLIS.length; i++) {
        double kept = newestMillis == Attempt.UNKNOWN_TIME ? 0 : kept(now, MILLIS[i]);
        corrects[i] = corrects[i] * kept + (correct ? 1 : 0);
        attempts[i] = attempts[i] * kept + 1;
      }
      newestMillis = now;
    }

    private double kept(long now, double windowMillis) {
      return StrictMath.exp(-Math.max(0, (double) now - (double) newestMillis) / windowMillis);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      ever.write(out);
      out.writeLong(newestMillis);
      for (int i = 0; i < MILLIS.length; i++) {
        out.writeDouble(corrects[i]);
        out.writeDouble(attempts[i]);
      }
    }

    @Override
    public void read(DataInput in) throws IOException {
      ever.read(in);
      newestMillis = in.readLong();
      for (int i = 0; i < MILLIS.length; i++) {
        corrects[i] = in.readDouble();
        attempts[i] = in.readDouble();
      }
    }
  }
}
