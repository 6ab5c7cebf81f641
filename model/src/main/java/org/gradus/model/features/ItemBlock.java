package org.gradus.model.features;

import java.util.List;

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
    return (Stateless) (question, out, offset) -> out[offset] = question.itemLogit();
  }
}
