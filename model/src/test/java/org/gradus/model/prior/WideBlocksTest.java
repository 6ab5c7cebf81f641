package org.gradus.model.prior;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

/**
 * Students of differing ability, each with a wide block of signs that stays as it is, in exercises
 * one after the other; what the signs mean is planted: nothing, the same everywhere, or something
 * else in each exercise.
 */
public class WideBlocksTest {
  private static final int WIDTH = Blocks.WIDE;
  private static final int STUDENTS = 120;
  private static final int EXERCISES = 12;
  private static final int ROWS = 12;

  private static PooledPrior estimate(double same, double differing, boolean withBlock) {
    Random random = new Random(21);
    double[] ability = random.doubles(STUDENTS, -1.5, 1.5).toArray();
    float[][] signs = new float[STUDENTS][WIDTH];
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
            names.subList(0, columns), new Blocks(widths, new boolean[widths.length]), Map.of());
    for (int e = 0; e < EXERCISES; e++) {
      double[] own = uniform(random, differing);
      for (int student = 0; student < STUDENTS; student++) {
        for (int i = 0; i < ROWS; i++) {
          float[] row = Arrays.copyOf(new float[] {1, (float) random.nextGaussian()}, columns);
          double logit = 0.5 + ability[student] + 0.7 * row[1];
          for (int j = 0; j < WIDTH; j++) {
            logit += (sign(j) * same + own[j]) * signs[student][j];
          }
          if (withBlock) {
            System.arraycopy(signs[student], 0, row, 2, WIDTH);
          }
          estimate.append(
              "student " + student, row, random.nextDouble() < 1 / (1 + Math.exp(-logit)));
        }
      }
      estimate.endExercise("exercise " + e);
    }
    return estimate.fit(5, 2);
  }

  private static int sign(int column) {
    return column % 2 == 0 ? 1 : -1;
  }

  private static double[] uniform(Random random, double most) {
    return random.doubles(WIDTH).map(value -> most * (2 * value - 1)).toArray();
  }

  @Test
  public void aBlockThatMeansNothingLeavesEverythingAsItIsWithoutIt() {
    PooledPrior without = estimate(0, 0, false);
    PooledPrior with = estimate(0, 0, true);
    assertArrayEquals(without.mean(), Arrays.copyOf(with.mean(), 2), 1e-4);
    for (int j = 0; j < 2; j++) {
      assertEquals(1, with.precision()[j] / without.precision()[j], 0.01);
    }
    for (int j = 2; j < 2 + WIDTH; j++) {
      assertEquals(0, with.mean()[j], 1e-4);
      assertTrue("precision " + with.precision()[j], with.precision()[j] > 1e7);
    }
  }

  @Test
  public void oneThatMeansTheSameEverywhereIsInTheMeanAlone() {
    PooledPrior prior = estimate(0.2, 0, true);
    double sum = 0;
    for (int j = 0; j < WIDTH; j++) {
      sum += sign(j) * prior.mean()[2 + j];
      assertTrue("precision " + prior.precision()[2 + j], prior.precision()[2 + j] > 1e7);
    }
    assertEquals(0.15, sum / WIDTH, 0.05);
  }

  @Test
  public void oneThatDiffersIsFoundInTheExercises() {
    PooledPrior prior = estimate(0, 0.5, true);
    for (int j = 2; j < 2 + WIDTH; j++) {
      assertTrue("precision " + prior.precision()[j], prior.precision()[j] < 50_000);
    }
  }
}
