package org.gradus.model.prior;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The {@link Evidence} on the precision of each feature. Features are held near a precision that
 * all of them share, which itself is held near a firm one.
 */
final class FeatureEvidence {
  private static final double HOLD_SHARED = 2;
  private static final double HOLD_FEATURE = 1.5;

  private final Evidence[] evidence;
  private final double[] trust;
  private final boolean[] shares;

  /**
   * None yet.
   *
   * @param trust share of each feature's information that is taken as such
   * @param shares whether a feature's evidence counts for the shared precision
   */
  FeatureEvidence(double[] trust, boolean[] shares) {
    this.trust = trust;
    this.shares = shares;
    evidence = new Evidence[trust.length];
    Arrays.setAll(evidence, j -> new Evidence());
  }

  /** Adds a coefficient of the standardised feature; see {@link Evidence#add}. */
  void add(int feature, double distance, double variance, double precision, double share) {
    evidence[feature].add(distance, variance, precision, trust[feature], share);
  }

  /** The precisions for the fits, with the shared one held near {@code firm}. */
  double[] precisions(double firm) {
    Evidence[] sharing =
        IntStream.range(0, trust.length)
            .filter(j -> shares[j])
            .mapToObj(j -> evidence[j])
            .toArray(Evidence[]::new);
    double shared = Evidence.precision(firm, HOLD_SHARED, sharing);
    double[] precisions = new double[trust.length];
    Arrays.setAll(precisions, j -> evidence[j].precision(shared, HOLD_FEATURE) / trust[j]);
    return precisions;
  }
}
