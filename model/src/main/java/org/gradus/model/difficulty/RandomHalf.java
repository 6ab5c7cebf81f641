package org.gradus.model.difficulty;

import org.apache.commons.math3.special.Erf;
import org.gradus.model.hash.StableHash;

/**
 * A random half of some answers, drawn without replacement: how many there are, rounded up, and how
 * many of them are correct. The latter number is hypergeometric; here it is drawn from the normal
 * distribution of the same mean and variance, held to what is possible, so it need not be whole.
 * The draw depends on nothing but its seed. Immutable.
 */
final class RandomHalf {
  /** Keeps what the hash draws off 0, where the normal quantile is infinite. */
  private static final double HALF_A_STEP = 0x1.0p-54;

  private final double attempts;
  private final double corrects;

  /**
   * Draws.
   *
   * @param allCorrects of all answers
   * @param allAttempts number of all answers, from 1
   */
  RandomHalf(long allCorrects, long allAttempts, long seed) {
    double all = allAttempts;
    double rate = allCorrects / all;
    attempts = Math.ceil(all / 2);
    double variance = attempts * rate * (1 - rate) * (all - attempts) / Math.max(1, all - 1);
    double normal = Math.sqrt(2) * Erf.erfInv(2 * (StableHash.unit(seed) + HALF_A_STEP) - 1);
    double drawn = attempts * rate + normal * Math.sqrt(variance);
    corrects = Math.max(0, Math.min(attempts, drawn));
  }

  double attempts() {
    return attempts;
  }

  double corrects() {
    return corrects;
  }

  /** The rate of corrects, shrunken toward a rate above as by so many attempts more. */
  double shrunken(double rateAbove, double strength) {
    return (corrects + strength * rateAbove) / (attempts + strength);
  }
}
