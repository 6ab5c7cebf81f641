package org.gradus.model.fit;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SigmoidTest {
  @Test
  public void exponentialIsGoodToFifteenDigits() {
    for (double x = 0; x > -708; x -= 0.00137 + x * -0.001) {
      double expected = StrictMath.exp(x);
      assertEquals("exp " + x, expected, Sigmoid.expOfNegative(x), 1e-15 * expected);
    }
    assertEquals(1, Sigmoid.expOfNegative(0), 0);
    assertEquals(1, Sigmoid.expOfNegative(-0.0), 0);
    assertEquals(0, Sigmoid.expOfNegative(-1e300), 1e-300);
    assertEquals(0, Sigmoid.expOfNegative(Double.NEGATIVE_INFINITY), 1e-300);
  }

  @Test
  public void branchlessSigmoidIsGoodToTenDigits() {
    double[] x = new double[801];
    double[] factor = new double[x.length];
    double[] probability = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 400) / 10.0;
    }
    FastLoss.sigmoids(x, factor, probability, x.length);
    for (int i = 0; i < x.length; i++) {
      double e = StrictMath.exp(x[i]);
      assertEquals(1 + e, factor[i], 1.5e-10 * (1 + e));
      assertEquals(e / (1 + e), probability[i], 1.5e-10 * e / (1 + e));
    }
  }
}
