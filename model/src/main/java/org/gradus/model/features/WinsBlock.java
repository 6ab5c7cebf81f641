package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Plain numbers of the student's corrects and wrongs on the exercise, as in Performance Factors
 * Analysis (Pavlik, Cen and Koedinger 2009). With one theta per exercise, set {@code pfa} is that
 * model.
 *
 * <p>Costs 8 bytes a row; 8 bytes and the name per exercise of a student; constant time.
 */
public final class WinsBlock implements FeatureBlock {
  @Override
  public String name() {
    return "wins";
  }

  @Override
  public List<String> features() {
    return List.of("exercise_win_count", "exercise_fail_count");
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private final PerExercise<Tally> exercises = new PerExercise<>(Tally::new);

    @Override
    public void features(Question question, float[] out, int offset) {
      Tally tally = exercises.peek(question.exercise());
      out[offset] = tally.corrects();
      out[offset + 1] = tally.attempts() - tally.corrects();
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      exercises.get(question.exercise()).add(attempt.correct());
    }

    @Override
    public void write(DataOutput out) throws IOException {
      exercises.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
      exercises.read(in);
    }
  }
}
