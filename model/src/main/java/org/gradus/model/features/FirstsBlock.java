package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * What the student brings along against what practice adds: outcome minus item rate, averaged over
 * the first attempts on exercises and over all later ones (shrunken by three attempts), the latter
 * also times ln(1 + attempts) on the exercise, which is the student's own learning slope; the
 * residual of the first attempt on this exercise; ln(1 + exercises begun). Prior knowledge and
 * learning rate per student as in Yudelson, Koedinger and Gordon 2013.
 *
 * <p>Costs 20 bytes a row; 12 bytes and the name per exercise of a student; constant time.
 */
public final class FirstsBlock implements FeatureBlock {
  private static final double MEAN_STRENGTH = 3;

  @Override
  public String name() {
    return "firsts";
  }

  @Override
  public List<String> features() {
    return List.of(
        "first_residual_mean",
        "later_residual_mean",
        "later_residual_slope",
        "exercise_first_residual",
        "log_exercises");
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private final PerExercise<First> exercises = new PerExercise<>(First::new);
    private double firstSum;
    private int firsts;
    private double laterSum;
    private int laters;

    @Override
    public void features(Question question, float[] out, int offset) {
      First here = exercises.peek(question.exercise());
      double later = laterSum / (laters + MEAN_STRENGTH);
      out[offset] = (float) (firstSum / (firsts + MEAN_STRENGTH));
      out[offset + 1] = (float) later;
      out[offset + 2] = (float) (later * StrictMath.log1p(here.attempts));
      out[offset + 3] = (float) here.residual;
      out[offset + 4] = (float) StrictMath.log1p(firsts);
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      double residual = question.residual(attempt.correct());
      First here = exercises.get(question.exercise());
      if (here.attempts++ == 0) {
        here.residual = residual;
        firstSum += residual;
        firsts++;
      } else {
        laterSum += residual;
        laters++;
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      exercises.write(out);
      out.writeDouble(firstSum);
      out.writeInt(firsts);
      out.writeDouble(laterSum);
      out.writeInt(laters);
    }

    @Override
    public void read(DataInput in) throws IOException {
      exercises.read(in);
      firstSum = in.readDouble();
      firsts = in.readInt();
      laterSum = in.readDouble();
      laters = in.readInt();
    }
  }

  private static final class First implements PerExercise.Entry {
    private double residual;
    private int attempts;

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeDouble(residual);
      out.writeInt(attempts);
    }

    @Override
    public void read(DataInput in) throws IOException {
      residual = in.readDouble();
      attempts = in.readInt();
    }
  }
}
