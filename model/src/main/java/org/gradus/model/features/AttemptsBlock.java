package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * ln(1 + corrects) and ln(1 + attempts) of the student on anything and on the exercise: the counts
 * of Best-LR (Gervet et al. 2020).
 *
 * <p>Costs 16 bytes a row; 8 bytes and the name per exercise of a student; constant time.
 */
public final class AttemptsBlock implements FeatureBlock {
  @Override
  public String name() {
    return "attempts";
  }

  @Override
  public List<String> features() {
    return List.of(
        "student_log_corrects",
        "student_log_attempts",
        "exercise_log_corrects",
        "exercise_log_attempts");
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private final Tally student = new Tally();
    private final PerExercise<Tally> exercises = new PerExercise<>(Tally::new);

    @Override
    public void features(Question question, float[] out, int offset) {
      logs(student, out, offset);
      logs(exercises.peek(question.exercise()), out, offset + 2);
    }

    private static void logs(Tally tally, float[] out, int offset) {
      out[offset] = (float) StrictMath.log1p(tally.corrects());
      out[offset + 1] = (float) StrictMath.log1p(tally.attempts());
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
}
