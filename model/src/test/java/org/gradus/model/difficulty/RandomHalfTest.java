package org.gradus.model.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gradus.model.hash.StableHash;
import org.junit.Test;

public class RandomHalfTest {
  @Test
  public void hasMeanAndVarianceOfADrawWithoutReplacement() {
    SummaryStatistics corrects = new SummaryStatistics();
    for (int draw = 0; draw < 20_000; draw++) {
      corrects.addValue(new RandomHalf(30, 101, StableHash.mix(draw)).corrects());
    }
    HypergeometricDistribution exact = new HypergeometricDistribution(101, 30, 51);
    assertEquals(exact.getNumericalMean(), corrects.getMean(), 0.08);
    assertEquals(exact.getNumericalVariance(), corrects.getVariance(), 0.2);
  }

  @Test
  public void isNeverImpossible() {
    for (int draw = 0; draw < 1000; draw++) {
      RandomHalf half = new RandomHalf(1, 3, StableHash.mix(draw));
      assertEquals(2, half.attempts(), 0);
      assertTrue(half.corrects() >= 0 && half.corrects() <= 2);
    }
  }

  @Test
  public void isAllOfOneAnswer() {
    assertEquals(1, new RandomHalf(1, 1, 5).attempts(), 0);
    assertEquals(1, new RandomHalf(1, 1, 5).corrects(), 0);
    assertEquals(0, new RandomHalf(0, 1, 5).corrects(), 0);
  }

  @Test
  public void isOfOneKindWhereAllAnswersAre() {
    assertEquals(5, new RandomHalf(9, 9, 7).corrects(), 0);
    assertEquals(0, new RandomHalf(0, 9, 7).corrects(), 0);
  }

  @Test
  public void shrinksAsByAttemptsMore() {
    assertEquals((5 + 2 * 0.5) / (5 + 2), new RandomHalf(9, 9, 7).shrunken(0.5, 2), 1e-15);
  }
}
