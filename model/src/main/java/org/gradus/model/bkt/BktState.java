package org.gradus.model.bkt;

/** P(known) of one student on one exercise, answer by answer. Mutable. */
public final class BktState {
  private final BktParameters parameters;
  private double known;

  /** A student before the first answer. */
  public BktState(BktParameters parameters) {
    this.parameters = parameters;
    known = parameters.prior();
  }

  /** P(known) before the next answer, between 0 and 1. */
  public double known() {
    return known;
  }

  /** P(correct) of the next answer, between 0 and 1. */
  public double predict() {
    return known * parameters.ifKnown(true) + (1 - known) * parameters.ifUnknown(true);
  }

  /** Takes an answer in: Bayes' rule, then one chance to learn. */
  public void observe(boolean correct) {
    double withKnowledge = known * parameters.ifKnown(correct);
    double without = (1 - known) * parameters.ifUnknown(correct);
    double after = withKnowledge / (withKnowledge + without);
    known = after + (1 - after) * parameters.learn();
  }
}
