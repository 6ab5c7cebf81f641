package org.gradus.model.prior;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Test;

/**
 * Planted thetas: one coefficient is the same in all exercises, one differs from exercise to
 * exercise.
 */
public class EmpiricalBayesTest {
  private static final List<String> FEATURES = List.of("bias", "same", "differing");
  private static final double SPREAD = 0.8;

  private static PooledPrior estimate(int exercises, int rows, double scale) {
    return estimate(exercises, rows, scale, 2);
  }

  private static PooledPrior estimate(int exercises, int rows, double scale, int threads) {
    Random random = new Random(11);
    EmpiricalBayes estimate =
        new EmpiricalBayes(FEATURES, new Blocks(new int[] {1, 1, 1}, new boolean[3]), Map.of());
    for (int e = 0; e < exercises; e++) {
      double differing = 0.5 + SPREAD * random.nextGaussian();
      for (int i = 0; i < rows; i++) {
        double same = random.nextGaussian();
        double other = random.nextGaussian();
        double logit = 0.3 + 1.0 * same + differing * other;
        boolean correct = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        estimate.append("student", new float[] {1, (float) same, (float) (other * scale)}, correct);
      }
      estimate.endExercise("exercise " + e);
    }
    return estimate.fit(6, threads, () -> {});
  }

  @Test
  public void precisionsTellWhatDiffersBetweenExercises() {
    PooledPrior prior = estimate(60, 400, 1);
    assertEquals(1.0, prior.mean()[1], 0.15);
    assertEquals(0.5, prior.mean()[2], 0.25);
    assertEquals(1 / (SPREAD * SPREAD), prior.precision()[2], 0.8);
    assertTrue(
        "precision of the common one: " + prior.precision()[1],
        prior.precision()[1] > 10 * prior.precision()[2]);
  }

  @Test
  public void theNumberOfThreadsDoesNotMatter() {
    PooledPrior one = estimate(40, 100, 1, 1);
    PooledPrior many = estimate(40, 100, 1, 7);
    assertArrayEquals(one.mean(), many.mean(), 0);
    assertArrayEquals(one.precision(), many.precision(), 0);
  }

  @Test
  public void theUnitOfAFeatureDoesNotMatter() {
    PooledPrior one = estimate(30, 300, 1);
    PooledPrior thousandth = estimate(30, 300, 0.001);
    assertEquals(one.mean()[2], thousandth.mean()[2] * 0.001, 0.01);
    assertEquals(one.precision()[2], thousandth.precision()[2] * 1e6, 0.05);
  }

  /**
   * Four exercises of 100 attempts, which say about 19 of a coefficient, and 30 features without
   * meaning.
   */
  @Test
  public void noiseInASmallLogIsShrunkAway() {
    Random random = new Random(12);
    List<String> names = new ArrayList<>(List.of("bias"));
    for (int j = 1; j <= 30; j++) {
      names.add("noise_" + j);
    }
    EmpiricalBayes estimate =
        new EmpiricalBayes(names, new Blocks(new int[] {1, 30}, new boolean[2]), Map.of());
    float[] row = new float[names.size()];
    for (int e = 0; e < 4; e++) {
      for (int i = 0; i < 100; i++) {
        for (int j = 1; j < row.length; j++) {
          row[j] = (float) random.nextGaussian();
        }
        row[0] = 1;
        estimate.append("student", row, random.nextInt(4) > 0);
      }
      estimate.endExercise("exercise " + e);
    }
    PooledPrior prior = estimate.fit(5, 2, () -> {});
    for (int j = 1; j < row.length; j++) {
      assertEquals(names.get(j), 0, prior.mean()[j], 0.15);
      assertTrue(names.get(j) + " " + prior.precision()[j], prior.precision()[j] > 100);
    }
    assertEquals(Math.log(3), prior.mean()[0], 0.3);
  }

  /** The feature of each answer is the outcome of another one, and that of the other is its own. */
  private static double precisionOfChance(boolean countsOutcomes) {
    Random random = new Random(13);
    EmpiricalBayes estimate =
        new EmpiricalBayes(
            List.of("bias", "partner"),
            new Blocks(new int[] {1, 1}, new boolean[] {false, countsOutcomes}),
            Map.of());
    for (int e = 0; e < 60; e++) {
      for (int i = 0; i < 150; i++) {
        boolean one = random.nextInt(10) < 6;
        boolean other = random.nextInt(10) < 6;
        estimate.append("student", new float[] {1, other ? 1 : 0}, one);
        estimate.append("student", new float[] {1, one ? 1 : 0}, other);
      }
      estimate.endExercise("exercise " + e);
    }
    PooledPrior prior = estimate.fit(5, 2, () -> {});
    return prior.precision()[1] / prior.scale()[1] / prior.scale()[1];
  }

  @Test
  public void chanceThatTwoRowsShareIsNotTakenForADifferenceBetweenExercises() {
    assertTrue("as if independent: " + precisionOfChance(false), precisionOfChance(false) < 600);
    assertTrue("counting outcomes: " + precisionOfChance(true), precisionOfChance(true) > 1000);
  }

  @Test
  public void withoutExamplesThereIsNothing() {
    EmpiricalBayes estimate = new EmpiricalBayes(FeatureSet.of("bias,state"), Map.of());
    PooledPrior prior = estimate.fit(5, 2, () -> {});
    assertArrayEquals(new double[101], prior.mean(), 0);
  }

  @Test
  public void survivesItsJson() {
    PooledPrior prior = estimate(3, 50, 1);
    PooledPrior copy =
        PooledPrior.fromJson(JsonReader.readObject(JsonWriter.write(prior.toJson())));
    assertArrayEquals(prior.mean(), copy.mean(), 0);
    assertArrayEquals(prior.precision(), copy.precision(), 0);
    assertEquals(prior.features(), copy.features());
  }
}
