package org.gradus.model.prior;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import org.junit.Test;

/** What is chosen when a trial says so much. */
public class WideBlocksChoiceTest {
  private static final int GROUPS = 10;

  private final Blocks blocks = new Blocks(new int[] {2, Blocks.WIDE}, new boolean[2]);

  /**
   * Precision of the wide block, where candidates lose so much, each group; the first is without.
   */
  private double chosen(double[]... losses) {
    double[] precision = new double[blocks.columns()];
    Arrays.fill(precision, 30);
    WideBlocks.shrinkAway(blocks, precision);
    WideBlocks.choose(
        blocks,
        precision,
        candidates -> {
          double[][] all = new double[candidates.size()][GROUPS];
          for (int i = 0; i < losses.length; i++) {
            all[i + 1] = losses[i];
          }
          return all;
        });
    assertEquals("a narrow block stays as it is", 30, precision[1], 0);
    for (int j = 3; j < precision.length; j++) {
      assertEquals("one precision for all", precision[2], precision[j], 0);
    }
    return precision[2];
  }

  /** Losses of groups whose sum is so many of its standard errors below 0. */
  private static double[] gaining(double standardErrors, double scale) {
    double[] losses = new double[GROUPS];
    double spread = Math.sqrt((GROUPS - 1.0) / GROUPS);
    for (int group = 0; group < GROUPS; group++) {
      double deviation = group % 2 == 0 ? spread : -spread;
      losses[group] = scale * (deviation - standardErrors / Math.sqrt(GROUPS));
    }
    return losses;
  }

  @Test
  public void aGainIsSureAboveTwoOfItsStandardErrors() {
    assertEquals(WideBlocks.NOTHING, chosen(gaining(1.99, 7)), 0);
    assertEquals(600, chosen(gaining(2.01, 7)), 0);
    assertEquals(WideBlocks.NOTHING, chosen(gaining(-5, 7)), 0);
  }

  @Test
  public void ofSureGainsTheLargestIsChosen() {
    assertEquals(2_500, chosen(gaining(3, 1), gaining(3, 2), gaining(2.5, 2)), 0);
    assertEquals(10_000, chosen(gaining(1.9, 9), gaining(3, 1), gaining(2.5, 2)), 0);
  }

  @Test
  public void theGainOfOneGroupAloneIsNotSure() {
    double[] one = new double[GROUPS];
    one[3] = -100;
    assertEquals(WideBlocks.NOTHING, chosen(one), 0);
  }

  @Test
  public void whatCannotBeComputedIsNoGain() {
    double[] unknown = gaining(5, 1);
    unknown[0] = Double.NaN;
    assertEquals(WideBlocks.NOTHING, chosen(unknown), 0);
    double[] all = new double[GROUPS];
    Arrays.fill(all, Double.NaN);
    assertEquals(WideBlocks.NOTHING, chosen(all), 0);
  }

  @Test
  public void noDifferenceIsNoGain() {
    assertEquals(WideBlocks.NOTHING, chosen(new double[GROUPS]), 0);
  }
}
