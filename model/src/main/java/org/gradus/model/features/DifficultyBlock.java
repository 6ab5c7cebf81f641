package org.gradus.model.features;

import java.util.List;

/**
 * How hard the question is for students in general: the item's and the exercise's log odds of a
 * correct answer among training students, the item's squared, ln(1 + attempts) that the item's
 * figure rests on, and whether there are none. With a coefficient near 1 on {@code item_logit} it
 * is the item offset of the Rasch model.
 */
public final class DifficultyBlock implements FeatureBlock {
  @Override
  public String name() {
    return "difficulty";
  }

  @Override
  public List<String> features() {
    return List.of(
        "item_logit", "exercise_logit", "item_logit_squared", "item_log_attempts", "item_is_new");
  }

  @Override
  public boolean usesDifficulty() {
    return true;
  }

  @Override
  public BlockState newState() {
    return (Stateless) DifficultyBlock::features;
  }

  private static void features(Question question, float[] out, int offset) {
    out[offset] = question.itemLogit();
    out[offset + 1] = question.exerciseLogit();
    out[offset + 2] = question.itemLogit() * question.itemLogit();
    out[offset + 3] = (float) StrictMath.log1p(question.itemAttempts());
    out[offset + 4] = question.itemAttempts() == 0 ? 1 : 0;
  }
}
