package org.gradus.model.simulate;

import org.gradus.model.attempt.Attempt;

/** An attempt and the probability that its outcome was drawn from. Immutable. */
public final class SimulatedAttempt {
  private final Attempt attempt;
  private final double trueProbability;
  private final int opportunity;
  private final long lot;

  SimulatedAttempt(Attempt attempt, double trueProbability, int opportunity, long lot) {
    this.attempt = attempt;
    this.trueProbability = trueProbability;
    this.opportunity = opportunity;
    this.lot = lot;
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

  /**
   * 64 random bits of the attempt's own, which nothing else depends on: to decide what befalls its
   * line on the way into a log.
   */
  public long lot() {
    return lot;
  }
}
