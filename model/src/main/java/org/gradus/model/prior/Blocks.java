package org.gradus.model.prior;

import java.util.Arrays;
import org.gradus.model.features.FeatureSet;

/** Which columns belong together, and how far what they say is trusted. Immutable. */
final class Blocks {
  /** From this width on a block is wide; see {@link WideBlocks}. */
  static final int WIDE = 64;

  private static final double TRUST_IN_COUNTS = 0.5;

  private final int[] starts;
  private final boolean[] countOutcomes;

  /** Blocks so many columns wide, which count outcomes of other students or do not. */
  Blocks(int[] widths, boolean[] countOutcomes) {
    starts = new int[widths.length + 1];
    for (int block = 0; block < widths.length; block++) {
      starts[block + 1] = starts[block] + widths[block];
    }
    this.countOutcomes = countOutcomes.clone();
  }

  /** Those of a feature set. */
  static Blocks of(FeatureSet featureSet) {
    boolean[] flags = new boolean[featureSet.blocks().size()];
    for (int block = 0; block < flags.length; block++) {
      flags[block] = featureSet.blocks().get(block).usesTransitions();
    }
    return new Blocks(featureSet.widths(), flags);
  }

  int count() {
    return countOutcomes.length;
  }

  int columns() {
    return starts[count()];
  }

  /** First column of a block; that of block {@link #count} is where the last one ends. */
  int start(int block) {
    return starts[block];
  }

  boolean isWide(int block) {
    return starts[block + 1] - starts[block] >= WIDE;
  }

  boolean anyWide() {
    for (int block = 0; block < count(); block++) {
      if (isWide(block)) {
        return true;
      }
    }
    return false;
  }

  /** By column, the share of its information that is taken as such. */
  double[] trust() {
    double[] trust = new double[columns()];
    for (int block = 0; block < count(); block++) {
      fill(trust, block, countOutcomes[block] ? TRUST_IN_COUNTS : 1);
    }
    return trust;
  }

  /** By column, whether its block is narrow. */
  boolean[] narrow() {
    boolean[] narrow = new boolean[columns()];
    for (int block = 0; block < count(); block++) {
      Arrays.fill(narrow, start(block), start(block + 1), !isWide(block));
    }
    return narrow;
  }

  /** Sets all values of a block. */
  void fill(double[] values, int block, double value) {
    Arrays.fill(values, start(block), start(block + 1), value);
  }
}
