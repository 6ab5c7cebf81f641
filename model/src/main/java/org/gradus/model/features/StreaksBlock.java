package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * ln(1 + length) of the run of corrects and of the run of wrongs that the student is in, on
 * anything and on the exercise; one of each two is 0 (three in a row and its kin, Kelly, Wang,
 * Thompson and Heffernan 2015).
 *
 * <p>Costs 16 bytes a row; 4 bytes and the name per exercise of a student; constant time.
 */
public final class StreaksBlock implements FeatureBlock {
  @Override
  public String name() {
    return "streaks";
  }

  @Override
  public List<String> features() {
    return List.of(
        "student_correct_run", "student_wrong_run", "exercise_correct_run", "exercise_wrong_run");
  }

  @Override
  public BlockState newState() {
    return Levels.toExercise(Run::new, 2);
  }

  private static final class Run implements Levels.Memory {
    /** Above 0 so many corrects, below 0 so many wrongs. */
    private int length;

    @Override
    public void observe(Question question, Attempt attempt) {
      length = attempt.correct() ? Math.max(length, 0) + 1 : Math.min(length, 0) - 1;
    }

    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = (float) StrictMath.log1p(Math.max(length, 0));
      out[offset + 1] = (float) StrictMath.log1p(Math.max(-length, 0));
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(length);
    }

    @Override
    public void read(DataInput in) throws IOException {
      length = in.readInt();
    }
  }
}
