package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.difficulty.Trail;
import org.gradus.model.difficulty.Transition;

/**
 * How other students answered this question after the same thing happened to them: for each {@link
 * Transition}, the log odds of a correct answer after it, less the log odds of the item or exercise
 * alone; 0 where it never happened. Rates are shrunken toward the item or the exercise; in training
 * they are of a random half of the other students' answers, see {@link DifficultyTable#without}.
 * What deep models learn of the order of questions (Piech et al. 2015; Xiong et al. 2016), as
 * counts.
 *
 * <p>Costs 24 bytes a row; 17 bytes and the name per exercise of a student; six look-ups an answer.
 * The model holds the transitions counted, see {@code gradus.difficulty.transitions}.
 */
public final class TransitionsBlock implements FeatureBlock {
  private static final Transition[] TRANSITIONS = Transition.values();
  private static final double ITEM_STRENGTH = 2;
  private static final double EXERCISE_STRENGTH = 5;

  @Override
  public String name() {
    return "transitions";
  }

  @Override
  public List<String> features() {
    return Arrays.stream(TRANSITIONS)
        .map(transition -> "after_" + transition.feature())
        .collect(Collectors.toList());
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public boolean usesTransitions() {
    return true;
  }

  /** A state that knows no transition. */
  @Override
  public BlockState newState() {
    return newState(new DifficultyTable(1, 1).view());
  }

  @Override
  public BlockState newState(DifficultyView difficulties) {
    return new State(difficulties);
  }

  private static final class State implements BlockState {
    private final DifficultyView difficulties;
    private final Trail trail = new Trail();
    private final long[] keys = new long[Transition.COUNT];

    State(DifficultyView difficulties) {
      this.difficulties = difficulties;
    }

    @Override
    public void features(Question question, float[] out, int offset) {
      trail.keys(question.exercise(), question.item(), keys);
      for (Transition transition : TRANSITIONS) {
        int i = transition.position();
        out[offset + i] =
            transition.isOfItem()
                ? shift(keys[i], question.itemLogit(), ITEM_STRENGTH)
                : shift(keys[i], question.exerciseLogit(), EXERCISE_STRENGTH);
      }
    }

    private float shift(long key, double logit, double strength) {
      return (float) difficulties.shift(key, logit, strength);
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      trail.observe(attempt);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      trail.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
      trail.read(in);
    }
  }
}
