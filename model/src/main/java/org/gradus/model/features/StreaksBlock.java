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
    return new State();
  }

  private static final class State implements BlockState {
    private final Run student = new Run();
    private final PerExercise<Run> exercises = new PerExercise<>(Run::new);

    @Override
    public void features(Question question, float[] out, int offset) {
      student.features(out, offset);
      exercises.peek(question.exercise()).features(out, offset + 2);
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      student.add(attempt.correct());
      exercises.get(question.exercise()).add(attempt.correct());
    }

    @Override
    public void write(DataOutput out) throws IOException {
      student.write(out);
      exercises.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
      student.read(in);
      exercises.read(in);
    }
  }

  private static final class Run implements PerExercise.Entry {
    /** Above 0 so many corrects, below 0 so many wrongs. */
    private int length;

    void add(boolean correct) {
      length = correct ? Math.max(length, 0) + 1 : Math.min(length, 0) - 1;
    }

    void features(float[] out, int offset) {
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
