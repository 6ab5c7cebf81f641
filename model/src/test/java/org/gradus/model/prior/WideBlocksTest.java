package org.gradus.model.prior;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.model.fit.GaussianPrior;
import org.junit.Test;

/**
 * Students of differing ability, each with a wide block of signs that stays as it is, in exercises
 * one after the other; what the signs mean is planted: nothing, which exercise it is, the same
 * everywhere, or something else in each exercise.
 */
public class WideBlocksTest {
  private static final int WIDTH = Blocks.WIDE;
  private static final int STUDENTS = 120;
  private static final int EXERCISES = 12;
  private static final int ROWS = 12;

  private final Random random = new Random(21);
  private final double[] ability = random.doubles(STUDENTS, -1.5, 1.5).toArray();
  private final float[][] signs = new float[STUDENTS][WIDTH];
  private final Map<String, String> topics = new HashMap<>();
  private final AtomicInteger progress = new AtomicInteger();

  private double same;
  private double differing;
  private double levels;
  private double tellsLevels;
  private boolean withBlock = true;
  private int tinyExercises;
  private int rounds = 5;

  private PooledPrior estimate() {
    for (float[] own : signs) {
      for (int j = 0; j < WIDTH; j++) {
        own[j] = random.nextBoolean() ? 1 : -1;
      }
    }
    List<String> names = new ArrayList<>(List.of("bias", "other"));
    for (int j = 0; j < WIDTH; j++) {
      names.add("state_" + j);
    }
    int[] widths = withBlock ? new int[] {1, 1, WIDTH} : new int[] {1, 1};
    int columns = Arrays.stream(widths).sum();
    EmpiricalBayes estimate =
        new EmpiricalBayes(
            names.subList(0, columns), new Blocks(widths, new boolean[widths.length]), topics);
    for (int e = 0; e < EXERCISES + tinyExercises; e++) {
      append(estimate, columns, e < EXERCISES ? STUDENTS : 1);
      estimate.endExercise("exercise " + e);
    }
    return estimate.fit(rounds, 2, progress::incrementAndGet);
  }

  /** An exercise whose students have a row each in turn, as many as there are. */
  private void append(EmpiricalBayes estimate, int columns, int students) {
    double[] own = uniform(differing);
    double[] shift = uniform(tellsLevels);
    double level = 0.5 + levels * random.nextGaussian();
    for (int student = 0; student < students; student++) {
      for (int i = 0; i < (students == 1 ? 2 : ROWS); i++) {
        float[] row = Arrays.copyOf(new float[] {1, (float) random.nextGaussian()}, columns);
        double logit = level + ability[student] + 0.7 * row[1];
        for (int j = 0; j < WIDTH; j++) {
          logit += (sign(j) * same + own[j]) * signs[student][j];
          if (withBlock) {
            row[2 + j] = signs[student][j] + (float) shift[j];
          }
        }
        boolean correct = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        estimate.append("student " + student, row, correct);
      }
    }
  }

  private static int sign(int column) {
    return column % 2 == 0 ? 1 : -1;
  }

  private double[] uniform(double most) {
    return random.doubles(WIDTH).map(value -> most * (2 * value - 1)).toArray();
  }

  private static void assertNothing(PooledPrior prior) {
    for (int j = 2; j < 2 + WIDTH; j++) {
      assertEquals(0, prior.mean()[j], 1e-4);
      assertTiedToTheMean(prior, j);
    }
  }

  private static void assertTiedToTheMean(PooledPrior prior, int column) {
    assertTrue("precision " + prior.precision()[column], prior.precision()[column] > 1e7);
  }

  private static void assertFree(PooledPrior prior) {
    for (int j = 2; j < 2 + WIDTH; j++) {
      assertTrue("precision " + prior.precision()[j], prior.precision()[j] < 50_000);
    }
  }

  @Test
  public void aBlockThatMeansNothingLeavesEverythingAsItIsWithoutIt() {
    PooledPrior with = estimate();
    WideBlocksTest other = new WideBlocksTest();
    other.withBlock = false;
    PooledPrior without = other.estimate();
    assertArrayEquals(without.mean(), Arrays.copyOf(with.mean(), 2), 1e-4);
    for (int j = 0; j < 2; j++) {
      assertEquals(1, with.precision()[j] / without.precision()[j], 0.01);
    }
    assertNothing(with);
  }

  @Test
  public void oneThatOnlyTellsExercisesApartStaysOutForTheyHaveLevelsOfTheirOwn() {
    levels = 1;
    tellsLevels = 0.5;
    assertNothing(estimate());
  }

  @Test
  public void oneThatMeansTheSameEverywhereIsInTheMeanAlone() {
    same = 0.2;
    PooledPrior prior = estimate();
    double sum = 0;
    for (int j = 0; j < WIDTH; j++) {
      sum += sign(j) * prior.mean()[2 + j];
      assertTiedToTheMean(prior, 2 + j);
    }
    assertEquals(0.15, sum / WIDTH, 0.05);
  }

  @Test
  public void oneThatDiffersIsFoundInTheExercises() {
    differing = 0.5;
    assertFree(estimate());
  }

  @Test
  public void soItIsInFewRounds() {
    differing = 0.5;
    rounds = 1;
    assertFree(estimate());
  }

  @Test
  public void soItIsInsideTopicsAndItsMeansAreThePooledOnesWhereItIsTheSame() {
    for (int e = 0; e < EXERCISES; e++) {
      topics.put("exercise " + e, "topic " + e % 3);
    }
    differing = 0.5;
    assertFree(estimate());
    differing = 0;
    same = 0.2;
    PooledPrior prior = estimate();
    for (int e = 0; e < 3; e++) {
      double[] mean = prior.topics().of("exercise " + e).orElseThrow();
      assertArrayEquals(
          Arrays.copyOfRange(prior.mean(), 2, 2 + WIDTH),
          Arrays.copyOfRange(mean, 2, 2 + WIDTH),
          1e-4);
    }
  }

  @Test
  public void ofManyExercisesTheLargest256AreTried() {
    differing = 0.5;
    tinyExercises = 300;
    rounds = 1;
    assertFree(estimate());
    int fits = EXERCISES + tinyExercises;
    assertTrue("progress " + progress, progress.get() < fits + 256 + EXERCISES);
  }

  @Test
  public void oneStrengthForAllLeavesWhatDoesNotPayAsNothing() {
    PooledPrior prior = estimate();
    GaussianPrior strong = prior.gaussian(30);
    assertEquals(30, strong.precision(0), 1e-9);
    for (int j = 2; j < 2 + WIDTH; j++) {
      assertEquals(prior.precision()[j], strong.precision(j), 1e-3);
    }
  }
}
