package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * Recent-Performance Factors Analysis, R-PFA (Galyardt and Goldin 2015, Journal of Educational Data
 * Mining 7(2)): the share of corrects among the student's answers on the exercise, an answer w
 * answers ago weighing 0.7^w, behind three failures that nobody made, and beside it the number of
 * failures. With one theta per exercise, set {@code r-pfa} is that model.
 *
 * <p>Costs 8 bytes a row; 12 bytes and the name per exercise of a student; constant time.
 */
public final class RecencyBlock implements FeatureBlock {
  private static final float DECAY = 0.7f;
  private static final float GHOST_FAILURES = DECAY + DECAY * DECAY + DECAY * DECAY * DECAY;

  @Override
  public String name() {
    return "recency";
  }

  @Override
  public List<String> features() {
    return List.of("exercise_recent_share", "exercise_failures");
  }

  @Override
  public BlockState newState() {
    return Levels.ofExercise(Recent::new);
  }

  /** Weights of the corrects and of all answers, as the next answer sees them. */
  private static final class Recent implements Levels.Memory {
    private float corrects;
    private float answers = GHOST_FAILURES;
    private int failures;

    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = corrects / answers;
      out[offset + 1] = failures;
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      boolean correct = attempt.correct();
      corrects = DECAY * (corrects + (correct ? 1 : 0));
      answers = DECAY * (answers + 1);
      failures += correct ? 0 : 1;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeFloat(corrects);
      out.writeFloat(answers);
      out.writeInt(failures);
    }

    @Override
    public void read(DataInput in) throws IOException {
      corrects = in.readFloat();
      answers = in.readFloat();
      failures = in.readInt();
    }
  }
}
