package org.gradus.model.evaluate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.junit.Test;

public final class StabilityIndexTest {
  @Test
  public void equalSharesHaveNone() {
    long[] reference = {100, 300, 200, 400};
    assertEquals(0, StabilityIndex.of(reference, new long[] {1000, 3000, 2000, 4000}), 1e-5);
    assertTrue(Double.isNaN(StabilityIndex.of(reference, new long[4])));
    assertTrue(Double.isNaN(StabilityIndex.of(new long[4], reference)));
    assertThrows(IllegalArgumentException.class, () -> StabilityIndex.of(reference, new long[3]));
  }

  /** Shares 0.5, 0.5 against 0.8, 0.2 by hand: 0.3 ln 1.6 + 0.3 ln 2.5. */
  @Test
  public void theIndexOfTwoGroupsIsTheOneComputedByHand() {
    long million = 1_000_000;
    double index = StabilityIndex.of(new long[] {million, million}, new long[] {800_000, 200_000});
    assertEquals(0.3 * Math.log(1.6) + 0.3 * Math.log(2.5), index, 1e-4);
  }

  /** Empty bins of the reference join their neighbours, wherever the others are. */
  @Test
  public void whatTheReferenceNeverHadCountsAsFarAway() {
    long[] reference = {0, 0, 500, 500, 0, 0};
    long[] beyond = {0, 0, 0, 0, 0, 1000};
    double index = StabilityIndex.of(reference, beyond);
    assertTrue("" + index, index > 1 && index < 10);
  }

  /** By chance it is about (groups - 1) (1/n + 1/m), as Yurdakul and Naranjo derive. */
  @Test
  public void samplesOfOnePopulationDifferByChanceOnly() {
    Random random = new Random(3);
    double mean = 0;
    for (int trial = 0; trial < 200; trial++) {
      long[][] samples = new long[2][40];
      for (int i = 0; i < 1000; i++) {
        samples[0][(int) Math.max(0, Math.min(39, 20 + 8 * random.nextGaussian()))]++;
        samples[1][(int) Math.max(0, Math.min(39, 20 + 8 * random.nextGaussian()))]++;
      }
      mean += StabilityIndex.of(samples[0], samples[1]) / 200;
    }
    assertEquals(8.5 * 2 / 1000, mean, 0.003);
  }
}
