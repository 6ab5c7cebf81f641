package org.gradus.model.knowledge;

import org.apache.commons.math3.special.Erf;

/**
 * P(correct) of one answer with an interval. The interval covers what is uncertain about the
 * exercise's parameters and, as if these were known, about the item's offset, given as many
 * training attempts as there were: its standard error is on the scale of the logit, where the
 * posterior is taken as normal (Laplace), and its ends are mapped to probabilities. It does not
 * cover whether the answer will be correct (that is the probability itself), what is uncertain
 * about the student beyond the features, about the difficulty of items or the pooled theta, nor a
 * model that is wrong in kind. Immutable.
 */
public final class Prediction {
  private final double logit;
  private final double standardError;

  Prediction(double logit, double standardError) {
    this.logit = logit;
    this.standardError = standardError;
  }

  /** P(correct), between 0 and 1. */
  public double probability() {
    return Logistic.probability(logit);
  }

  /** The logit, ln(p / (1 - p)). */
  public double logit() {
    return logit;
  }

  /** Posterior standard deviation of the logit; infinite where nothing is known. */
  public double standardError() {
    return standardError;
  }

  /**
   * Lower end of the interval.
   *
   * @param level share of such intervals that hold the true probability, above 0 and below 1
   */
  public double lower(double level) {
    return Logistic.probability(logit - quantile(level) * standardError);
  }

  /** Upper end of the interval; see {@link #lower}. */
  public double upper(double level) {
    return Logistic.probability(logit + quantile(level) * standardError);
  }

  /** So many standard deviations around the mean hold this share of a normal distribution. */
  private static double quantile(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Cannot give an interval of level " + level + "; it must be above 0 and below 1.");
    }
    return Math.sqrt(2) * Erf.erfInv(level);
  }
}
