package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

public class ExercisePartitionerTest {
  private static final double TOP_SHARE = 0.17;

  /** Attempts of 2,000 exercises whose popularity falls as rank^-1.1; the first has a sixth. */
  private static Map<String, Long> zipf(double attempts) {
    Map<String, Long> census = new LinkedHashMap<>();
    for (int rank = 1; rank <= 2000; rank++) {
      census.put("e" + rank, Math.round(TOP_SHARE * attempts * Math.pow(rank, -1.1)) + 1);
    }
    return census;
  }

  /** What the rounds for large exercises take out: 80 % of each that has more than the limit. */
  private static Map<String, Long> large(Map<String, Long> census, long limit) {
    Map<String, Long> fitted = new LinkedHashMap<>();
    census.forEach(
        (exercise, attempts) -> {
          if (attempts > limit) {
            fitted.put(exercise, Math.round(0.8 * attempts));
          }
        });
    return fitted;
  }

  /** Rows of the reducer that has most, over the mean. */
  private static double imbalance(Map<String, Long> rows, int partitions) {
    long[] loads = new long[partitions];
    ExercisePartitioner.deal(rows, partitions)
        .forEach((exercise, reducer) -> loads[reducer] += rows.get(exercise));
    long total = 0;
    long heaviest = 0;
    for (long load : loads) {
      total += load;
      heaviest = Math.max(heaviest, load);
    }
    return (double) heaviest * partitions / total;
  }

  @Test
  public void theHeaviestReducerIsCloseToTheMeanUnlessOneExerciseAloneExceedsIt() {
    Map<String, Long> census = zipf(1e7);
    double all = census.values().stream().mapToLong(n -> n).sum();
    double top = census.get("e1") / all;
    for (int reducers : new int[] {2, 3, 5, 7, 10, 20, 50, 100}) {
      double imbalance = imbalance(census, reducers);
      System.out.printf("%d reducers: heaviest / mean = %.4f%n", reducers, imbalance);
      assertEquals(Math.max(1, reducers * top), imbalance, 0.01);
    }
  }

  @Test
  public void asManyReducersAsTheProductChoosesStayWithinThirtyPercentOfTheMean() {
    for (double attempts : new double[] {1e6, 1e7, 1e8, 1e9, 1e10}) {
      Map<String, Long> census = zipf(attempts);
      Map<String, Long> rows = ExercisePartitioner.shuffled(census, large(census, 500_000));
      int reducers = ReducerCount.forRows(rows);
      double imbalance = imbalance(rows, reducers);
      System.out.printf(
          "%.0e attempts: %d reducers, heaviest / mean = %.4f%n", attempts, reducers, imbalance);
      assertTrue(attempts + ": " + imbalance, imbalance <= 1.3);
    }
  }

  @Test
  public void rowsOfFittedExercisesThatAreNotShuffledDoNotCount() {
    Map<String, Long> rows =
        ExercisePartitioner.shuffled(Map.of("a", 100L, "b", 50L), Map.of("a", 80L));
    assertEquals(Map.of("a", 20L, "b", 50L), rows);
  }

  @Test
  public void everyExerciseHasAReducerEvenWithMoreReducersThanExercises() {
    Map<String, Integer> reducers = ExercisePartitioner.deal(Map.of("a", 3L, "b", 2L), 5);
    assertEquals(Map.of("a", 0, "b", 1), reducers);
  }
}
