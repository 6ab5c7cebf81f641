package org.gradus.model.baseline;

/**
 * Best-LR (Gervet et al. 2020): an intercept, the item, and ln(1 + corrects) and ln(1 + attempts)
 * of the student on anything and on the exercise. The item enters as its log odds over training
 * students, in place of an indicator for every item.
 */
final class BestLrBaseline extends LogisticBaseline {
  BestLrBaseline() {
    super(0, 1, 0, 0, 0, 0);
  }

  @Override
  void columns(Situation before, float[] out) {
    out[0] = 1;
    out[1] = before.itemLogit();
    out[2] = before.studentLogCorrects();
    out[3] = before.studentLogAttempts();
    out[4] = (float) StrictMath.log1p(before.corrects());
    out[5] = (float) StrictMath.log1p(before.attempts());
  }
}
