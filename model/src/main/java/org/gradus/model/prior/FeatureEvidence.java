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
  private final boolean[] counts;

  /**
   * None yet.
   *
   * @param trust share of each feature's information that is taken as such
   * @param counts by feature, whether its evidence is looked at; what is said of others is nothing
   */
  FeatureEvidence(double[] trust, boolean[] counts) {
    this.trust = trust;
    this.counts = counts;
    evidence = new Evidence[trust.length];
    Arrays.setAll(evidence, j -> new Evidence());
  }

  /** Adds a coefficient of the standardised feature; see {@link Evidence#add}. */
  void add(int feature, double distance, double variance, double precision, double share) {
    if (counts[feature]) {
      evidence[feature].add(distance, variance, precision, trust[feature], share);
    }
  }

  /** The precisions for the fits, with the shared one held near {@code firm}. */
  double[] precisions(double firm) {
    Evidence[] sharing =
        IntStream.range(0, trust.length)
            .filter(j -> counts[j])
            .mapToObj(j -> evidence[j])
            .toArray(Evidence[]::new);
    double shared = Evidence.precision(firm, HOLD_SHARED, sharing);
    double[] precisions = new double[trust.length];
    Arrays.setAll(precisions, j -> evidence[j].precision(shared, HOLD_FEATURE) / trust[j]);
    return precisions;
  }
}
