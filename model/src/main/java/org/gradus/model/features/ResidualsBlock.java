package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * How much better or worse than others the student answered lately: recency-weighted means of
 * outcome minus item rate (R-PFA, Galyardt and Goldin 2015, with the expected outcome taken off),
 * over everything and over the exercise, each with several weights of the newest outcome, and the
 * shrunken mean over all so far.
 */
public final class ResidualsBlock implements FeatureBlock {
  private static final double[] WEIGHTS = {0.3, 0.1, 0.03};
  private static final double MEAN_STRENGTH = 3;

  @Override
  public String name() {
    return "residuals";
  }

  @Override
  public List<String> features() {
    return List.of(
        "student_residual_3",
        "student_residual_10",
        "student_residual_33",
        "student_residual_mean",
        "exercise_residual_3",
        "exercise_residual_10",
        "exercise_residual_33",
        "exercise_residual_mean");
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public BlockState newState() {
    return Levels.toExercise(Residuals::new, WEIGHTS.length + 1);
  }

  private static final class Residuals implements Levels.Memory {
    private final double[] weighted = new double[WEIGHTS.length];
    private double sum;
    private int count;

    @Override
    public void observe(Question question, Attempt attempt) {
      double residual = question.residual(attempt.correct());
      for (int i = 0; i < WEIGHTS.length; i++) {
        weighted[i] += WEIGHTS[i] * (residual - weighted[i]);
      }
      sum += residual;
      count++;
    }

    @Override
    public void features(Question question, float[] out, int offset) {
      for (int i = 0; i < WEIGHTS.length; i++) {
        out[offset + i] = (float) weighted[i];
      }
      out[offset + WEIGHTS.length] = (float) (sum / (count + MEAN_STRENGTH));
    }

    @Override
    public void write(DataOutput out) throws IOException {
      for (double value : weighted) {
        out.writeDouble(value);
      }
      out.writeDouble(sum);
      out.writeInt(count);
    }

    @Override
    public void read(DataInput in) throws IOException {
      for (int i = 0; i < WEIGHTS.length; i++) {
        weighted[i] = in.readDouble();
      }
      sum = in.readDouble();
      count = in.readInt();
    }
  }
}
