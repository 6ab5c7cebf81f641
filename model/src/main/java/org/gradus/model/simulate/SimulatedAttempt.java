package org.gradus.model.simulate;

import org.gradus.model.attempt.Attempt;

/** An attempt and the probability that its outcome was drawn from. Immutable. */
public final class SimulatedAttempt {
  private final Attempt attempt;
  private final double trueProbability;
  private final int opportunity;

  SimulatedAttempt(Attempt attempt, double trueProbability, int opportunity) {
    this.attempt = attempt;
    this.trueProbability = trueProbability;
    this.opportunity = opportunity;
  }

  /** What the log will say. */
  public Attempt attempt() {
    return attempt;
  }

  /** P(correct) given everything that was planted, strictly between 0 and 1. */
  public double trueProbability() {
    return trueProbability;
  }

  /** The how-many-eth attempt of the student on the exercise this is, from 1. */
  public int opportunity() {
    return opportunity;
  }
}
