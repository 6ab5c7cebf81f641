package org.gradus.model.prior;

import java.util.Arrays;

/**
 * What some fits say about the precision lambda of the Gaussian that their coefficients come from.
 * With i the information of a fit on its coefficient (one over its variance, prior left out) and s
 * its score (the distance of the mode from the mean, times i + lambda), the estimate is the fixed
 * point of MacKay (1992),
 *
 * <pre>lambda = (a + sum i / (i + lambda)) / (a / lambda_0 + sum (s / (i + lambda))^2),</pre>
 *
 * held near lambda_0 as by {@code a} coefficients. Where the mean was itself found from the
 * coefficients, each i / (i + lambda) counts without the share of it that went into the mean. i and
 * s change little with lambda, so the fixed point is found without new fits; but not for a lambda
 * far below that of the fits, where modes do not go as far as s says: an estimate is at least a
 * tenth of that.
 */
final class Evidence {
  private static final double LARGEST_PRECISION = 1e5;

  private static final double LARGEST_FALL = 10;

  private static final int ROUNDS = 100;
  private static final double CLOSE = 1e-7;

  private float[] informations = new float[16];
  private float[] scores = new float[16];
  private float[] shares = new float[16];
  private double lowest = Double.POSITIVE_INFINITY;
  private int size;

  /**
   * Adds a coefficient.
   *
   * @param distance of its mode from the mean
   * @param variance of its posterior
   * @param precision of the prior it was found under
   * @param trust share of the information that is taken as such, above 0 and at most 1
   */
  void add(double distance, double variance, double precision, double trust) {
    add(distance, variance, precision, trust, 0);
  }

  /** The same of one of which a share, from 0 to 1, has gone into the mean. */
  void add(double distance, double variance, double precision, double trust, double share) {
    if (size == scores.length) {
      informations = Arrays.copyOf(informations, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
      shares = Arrays.copyOf(shares, 2 * size);
    }
    informations[size] = (float) (trust * Math.max(0, 1 / variance - precision));
    scores[size] = (float) (trust * distance / variance);
    shares[size] = (float) share;
    lowest = Math.min(lowest, trust * precision);
    size++;
  }

  /** The estimate, held near {@code held} as by so many coefficients. */
  double precision(double held, double hold) {
    return precision(held, hold, this);
  }

  /** The estimate that is common to all, held likewise. */
  static double precision(double held, double hold, Evidence... all) {
    double precision = held;
    for (int round = 0; round < ROUNDS; round++) {
      double last = precision;
      precision = step(last, held, hold, all);
      if (Math.abs(precision - last) <= CLOSE * last) {
        break;
      }
    }
    return precision;
  }

  /** The first step from a precision toward the estimate. */
  double step(double precision, double held, double hold) {
    return step(precision, held, hold, this);
  }

  private static double step(double precision, double held, double hold, Evidence... all) {
    double determined = hold;
    double spread = hold / held;
    double lowest = Double.POSITIVE_INFINITY;
    for (Evidence evidence : all) {
      lowest = Math.min(lowest, evidence.lowest);
      determined += evidence.determined(precision);
      spread += evidence.spread(precision);
    }
    double least = Double.isInfinite(lowest) ? 0 : lowest / LARGEST_FALL;
    return Math.min(LARGEST_PRECISION, Math.max(least, determined / spread));
  }

  private double determined(double precision) {
    double sum = 0;
    for (int n = 0; n < size; n++) {
      sum += (1 - shares[n]) * informations[n] / (informations[n] + precision);
    }
    return sum;
  }

  private double spread(double precision) {
    double sum = 0;
    for (int n = 0; n < size; n++) {
      double distance = scores[n] / (informations[n] + precision);
      sum += distance * distance;
    }
    return sum;
  }
}
