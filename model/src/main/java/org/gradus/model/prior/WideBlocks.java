package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How strongly wide blocks are shrunk. Each coefficient of such a block is known so little that its
 * evidence would be what it is held near; so cross-validation over groups of students chooses among
 * few precisions. The block is shrunk to nothing unless one of them gains more than two standard
 * errors, after the rule of Breiman et al. (1984) that of models that are equal within their errors
 * the simplest is taken.
 */
final class WideBlocks {
  /** Precision, in units of the standardised feature, of a coefficient that is to be nothing. */
  static final double NOTHING = 1e8;

  private static final double[] PRECISIONS = {600, 2_500, 10_000, 40_000};
  private static final double SURE = 2;

  private WideBlocks() {}

  /** Held-out losses of some priors. */
  interface Trial {
    /** By prior, given by its precisions, and group of students, the loss in nats. */
    double[][] losses(List<double[]> precisions);
  }

  /** Sets the precisions of all wide blocks, in units of standardised features, to nothing. */
  static void shrinkAway(Blocks blocks, double[] precision) {
    for (int block = 0; block < blocks.count(); block++) {
      if (blocks.isWide(block)) {
        blocks.fill(precision, block, NOTHING);
      }
    }
  }

  /** Sets the precisions of wide blocks, nothing so far, to what pays most; one after the other. */
  static void choose(Blocks blocks, double[] precision, Trial trial) {
    for (int block = 0; block < blocks.count(); block++) {
      if (blocks.isWide(block)) {
        blocks.fill(precision, block, chosen(blocks, block, precision, trial));
      }
    }
  }

  private static double chosen(Blocks blocks, int block, double[] precision, Trial trial) {
    List<double[]> candidates = new ArrayList<>(List.of(precision));
    for (double value : PRECISIONS) {
      double[] candidate = precision.clone();
      blocks.fill(candidate, block, value);
      candidates.add(candidate);
    }
    double[][] losses = trial.losses(candidates);
    double chosen = NOTHING;
    double most = 0;
    for (int i = 0; i < PRECISIONS.length; i++) {
      double gain = sureGain(losses[0], losses[i + 1]);
      if (gain > most) {
        chosen = PRECISIONS[i];
        most = gain;
      }
    }
    return chosen;
  }

  /** The sum of what groups gain, 0 if it is not above two of its standard errors. */
  private static double sureGain(double[] without, double[] with) {
    double[] gains = new double[with.length];
    Arrays.setAll(gains, group -> without[group] - with[group]);
    double sum = StatUtils.sum(gains);
    double error = Math.sqrt(gains.length * StatUtils.variance(gains));
    return sum > SURE * error ? sum : 0;
  }
}
