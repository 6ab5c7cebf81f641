package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The population stability index of two histograms with the same bins: the sum over groups of (q -
 * p) ln(q / p), where p and q are their shares (Siddiqi 2006, "Credit Risk Scorecards"; it is the
 * symmetric divergence of Jeffreys 1946). 0 for equal shares; by custom, above 0.1 a population has
 * shifted a little and above 0.25 much. By chance alone it is about (groups - 1) (1/n + 1/m) for n
 * and m counts (Yurdakul and Naranjo 2020).
 */
public final class StabilityIndex {
  private static final int MOST_GROUPS = 10;
  private static final double HALF = 0.5;

  private StabilityIndex() {}

  /**
   * The index. Neighbouring bins are taken together until each group has at least a tenth of the
   * reference; half a count is added to each group, so that an empty one is not infinitely far
   * away.
   *
   * @param reference counts of the population that is compared with
   * @param observed counts of the other one, in the same bins
   * @return NaN when either has no counts
   */
  public static double of(long[] reference, long[] observed) {
    if (reference.length != observed.length) {
      throw new IllegalArgumentException(
          "histograms of " + reference.length + " and " + observed.length + " bins");
    }
    double all = Arrays.stream(reference).sum();
    double seen = Arrays.stream(observed).sum();
    if (all == 0 || seen == 0) {
      return Double.NaN;
    }
    double index = 0;
    List<long[]> groups = groups(reference, observed);
    for (long[] group : groups) {
      double p = (group[0] + HALF) / (all + HALF * groups.size());
      double q = (group[1] + HALF) / (seen + HALF * groups.size());
      index += (q - p) * Math.log(q / p);
    }
    return index;
  }

  /** Counts of the reference and of the other one in each group; a small rest joins the last. */
  private static List<long[]> groups(long[] reference, long[] observed) {
    double least = (double) Arrays.stream(reference).sum() / MOST_GROUPS;
    List<long[]> groups = new ArrayList<>();
    long[] group = new long[2];
    for (int i = 0; i < reference.length; i++) {
      group[0] += reference[i];
      group[1] += observed[i];
      if (group[0] >= least) {
        groups.add(group);
        group = new long[2];
      }
    }
    long[] last = groups.get(groups.size() - 1);
    last[0] += group[0];
    last[1] += group[1];
    return groups;
  }
}
