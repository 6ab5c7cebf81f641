package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * The item's log odds of a correct answer among training students alone, as the item offset of the
 * Rasch model, of Best-LR (Gervet et al. 2020) and of DAS3H (Choffin et al. 2019). For an item that
 * is not known, the exercise's.
 *
 * <p>Costs 4 bytes a row, nothing a student, one look-up an answer.
 */
public final class ItemBlock implements FeatureBlock {
  @Override
  public String name() {
    return "item";
  }

  @Override
  public List<String> features() {
    return List.of("item_offset");
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
    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = question.itemLogit();
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      // Nothing to remember.
    }

    @Override
    public void write(DataOutput out) {
      // Nothing to remember.
    }

    @Override
    public void read(DataInput in) {
      // Nothing to remember.
    }
  }
}
