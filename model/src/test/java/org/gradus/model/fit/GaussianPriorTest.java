package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class GaussianPriorTest {
  @Test
  public void addsItsShareOfTheObjective() {
    GaussianPrior prior = GaussianPrior.of(new double[] {1, -1}, new double[] {2, 0});
    double[] gradient = {10, 20};
    assertEquals(0.5 * 2 * 4, prior.add(new double[] {3, 7}, gradient), 0);
    assertArrayEquals(new double[] {14, 20}, gradient, 0);
    double[][] hessian = new double[2][2];
    prior.addHessian(hessian);
    assertArrayEquals(new double[] {2, 0}, hessian[0], 0);
    assertArrayEquals(new double[] {0, 0}, hessian[1], 0);
  }

  @Test
  public void isNotChangedThroughItsArrays() {
    double[] mean = {1};
    GaussianPrior prior = GaussianPrior.of(mean, new double[] {1});
    mean[0] = 5;
    prior.means()[0] = 6;
    assertEquals(1, prior.mean(0), 0);
  }

  @Test
  public void refusesWhatIsNoPriorAndNamesTheColumn() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> GaussianPrior.of(new double[2], new double[] {1, bad}));
      assertTrue(refused.getMessage(), refused.getMessage().contains("column 1"));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> GaussianPrior.of(new double[] {Double.NaN}, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> GaussianPrior.of(new double[1], new double[2]));
  }
}
