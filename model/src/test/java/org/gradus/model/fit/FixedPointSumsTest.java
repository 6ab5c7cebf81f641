package org.gradus.model.fit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.Test;

public class FixedPointSumsTest {
  private static double sum(double... terms) {
    FixedPointSums sums = new FixedPointSums(1);
    for (double term : terms) {
      sums.add(0, term);
    }
    return sums.get(0);
  }

  @Test
  public void termsThatDoublesWouldLoseAreKept() {
    assertEquals(1, sum(1e17, 1, -1e17), 0);
    assertEquals(0x1p-40, sum(1 << 30, 0x1p-40, -(1 << 30)), 0);
    assertEquals(-0.75, sum(-0.25, -0.5), 0);
    assertEquals(0, sum(-0.25, 0.25), 0);
    assertEquals(-3, sum(-1, -2), 0);
    assertEquals(0.875, sum(0.875), 0);
    assertEquals(-0x1p-64, sum(-0x1p-64), 0);
    assertEquals(0, sum(1e-300), 0);
  }

  @Test
  public void sumsAreThoseOfExactArithmeticWithinTheBound() {
    Random random = new Random(1);
    FixedPointSums forward = new FixedPointSums(1);
    BigDecimal exact = BigDecimal.ZERO;
    int terms = 20_000;
    for (int i = 0; i < terms; i++) {
      double term = random.nextGaussian() * Math.pow(10, random.nextInt(25) - 15);
      forward.add(0, term);
      exact = exact.add(new BigDecimal(term));
    }
    double bound = terms * 0x1p-64 + Math.abs(exact.doubleValue()) * 0x1p-52;
    assertEquals(exact.doubleValue(), forward.get(0), bound);
  }

  @Test
  public void orderAndGroupingDoNotMatter() {
    double[] terms = new Random(2).doubles(3000, -1e3, 1e3).toArray();
    FixedPointSums forward = new FixedPointSums(1);
    FixedPointSums first = new FixedPointSums(1);
    FixedPointSums second = new FixedPointSums(1);
    for (int i = 0; i < terms.length; i++) {
      forward.add(0, terms[i]);
      (i % 3 == 0 ? first : second).add(0, terms[terms.length - 1 - i]);
    }
    second.add(first);
    assertEquals(forward.get(0), second.get(0), 0);
  }

  @Test
  public void whatDoesNotFitIsRefused() {
    assertThrows(ArithmeticException.class, () -> sum(Double.NaN));
    assertThrows(ArithmeticException.class, () -> sum(-5e18));
    assertThrows(ArithmeticException.class, () -> sum(4e18, 4e18, 4e18));
    assertThrows(ArithmeticException.class, () -> sum(-4e18, -4e18, -4e18));
  }
}
