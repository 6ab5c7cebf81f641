package org.gradus.jobs.estimate;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class CostLineTest {
  private static final double[] ATTEMPTS = {2e5, 5e5, 1e6, 2e6};

  @Test
  public void aLineIsFoundAgain() {
    double[] costs = Arrays.stream(ATTEMPTS).map(n -> 12 + 3e-5 * n).toArray();
    CostLine line = CostLine.through(ATTEMPTS, costs);
    assertEquals(12, line.fixed(), 1e-9);
    assertEquals(3e-5, line.perAttempt(), 1e-14);
    assertEquals(30_012, line.at(1e9), 1e-6);
  }

  @Test
  public void noiseOfAFewPercentHardlyMovesTheCostOfALargeRun() {
    Random random = new Random(5);
    double[] costs =
        Arrays.stream(ATTEMPTS)
            .map(n -> (4 + 3e-5 * n) * (1 + 0.03 * random.nextGaussian()))
            .toArray();
    assertEquals(604, CostLine.through(ATTEMPTS, costs).at(2e7), 60);
  }

  @Test
  public void neitherPartIsBelowNothing() {
    double[] steeper = Arrays.stream(ATTEMPTS).map(n -> 3e-5 * n - 5).toArray();
    assertEquals(0, CostLine.through(ATTEMPTS, steeper).fixed(), 0);
    double[] falling = Arrays.stream(ATTEMPTS).map(n -> 9 - 3e-6 * n).toArray();
    CostLine line = CostLine.through(ATTEMPTS, falling);
    assertEquals(0, line.perAttempt(), 0);
    assertEquals(8, line.fixed(), 1);
  }

  @Test
  public void whatCostsNothingWillCostNothing() {
    assertEquals(0, CostLine.through(ATTEMPTS, new double[4]).at(1e9), 0);
  }
}
