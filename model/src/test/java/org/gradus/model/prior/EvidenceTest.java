package org.gradus.model.prior;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.junit.Test;

public class EvidenceTest {
  private static final double INFORMATION = 50;

  /** Coefficients of this variance, each seen with noise of variance 1 / 50, found under lambda. */
  private static Evidence evidence(int count, double variance, double lambda, double trust) {
    Random random = new Random(3);
    Evidence evidence = new Evidence();
    for (int n = 0; n < count; n++) {
      double seen = random.nextGaussian() * Math.sqrt(variance + 1 / INFORMATION);
      double posterior = 1 / (INFORMATION + lambda);
      evidence.add(seen * INFORMATION * posterior, posterior, lambda, trust);
    }
    return evidence;
  }

  @Test
  public void thePlantedPrecisionIsFoundFromEitherSide() {
    for (double lambda : new double[] {1, 30}) {
      assertEquals(4, evidence(2000, 0.25, lambda, 1).precision(100, 1), 0.4);
    }
  }

  @Test
  public void coefficientsThatAreNoiseGetALargePrecision() {
    double precision = evidence(500, 0, 30, 1).precision(4000, 1.5);
    assertTrue(String.valueOf(precision), precision > 1000);
  }

  /** As in exercises of few attempts, where columns stand in for one another. */
  @Test
  public void coefficientsWithoutInformationDoNotLetItFallToNothing() {
    Evidence evidence = new Evidence();
    for (int n = 0; n < 4000; n++) {
      evidence.add(0.1, 1 / 30.0, 30, 1);
    }
    assertEquals(3, evidence.precision(200, 2), 1e-9);
    assertEquals(3, Evidence.precision(200, 2, evidence, new Evidence()), 1e-9);
  }

  @Test
  public void withoutCoefficientsItIsWhatItIsHeldTo() {
    assertEquals(123, new Evidence().precision(123, 2), 1e-6);
  }

  @Test
  public void halfTrustedNoiseOfTwiceTheVarianceIsNoise() {
    double doubled = 1 / INFORMATION;
    assertTrue(evidence(500, doubled, 30, 1).precision(4000, 1.5) < 100);
    assertTrue(evidence(500, doubled, 30, 0.5).precision(4000, 1.5) > 500);
  }

  @Test
  public void whatIsSharedLiesBetween() {
    Evidence wide = evidence(300, 1, 10, 1);
    Evidence narrow = evidence(300, 0.01, 10, 1);
    double shared = Evidence.precision(100, 1, wide, narrow);
    assertTrue(wide.precision(100, 1) < shared && shared < narrow.precision(100, 1));
  }

  /** Threes of coefficients, each seen from the mean of its three, a third of which is its own. */
  @Test
  public void aMeanThatWasFoundFromTheCoefficientsIsNotCountedTwice() {
    Random random = new Random(4);
    Evidence evidence = new Evidence();
    for (int n = 0; n < 1000; n++) {
      double[] seen = random.doubles(3).map(none -> random.nextGaussian() / 2).toArray();
      double mean = (seen[0] + seen[1] + seen[2]) / 3;
      for (double one : seen) {
        evidence.add(one - mean, 1e-6, 1, 1, 1.0 / 3);
      }
    }
    assertEquals(4, evidence.precision(100, 1), 0.4);
  }
}
