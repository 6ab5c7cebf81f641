package org.gradus.model.baseline;

/**
 * Performance Factors Analysis (Pavlik, Cen and Koedinger 2009): an intercept, the student's
 * corrects and the student's wrongs on the exercise.
 */
final class PfaBaseline extends LogisticBaseline {
  PfaBaseline() {
    super(0, 0, 0);
  }

  @Override
  void columns(Situation before, float[] out) {
    out[0] = 1;
    out[1] = before.corrects();
    out[2] = before.attempts() - before.corrects();
  }
}
