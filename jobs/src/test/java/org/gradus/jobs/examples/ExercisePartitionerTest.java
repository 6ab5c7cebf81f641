package org.gradus.jobs.examples;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
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
  private static double imbalance(ExerciseRows rows, int partitions) {
    double[] loads = new double[partitions];
    rows.deal(partitions)
        .forEach(
            (exercise, reducers) -> {
              for (int reducer : reducers) {
                loads[reducer] += (double) rows.of(exercise) / reducers.length;
              }
            });
    return Arrays.stream(loads).max().getAsDouble() * partitions / rows.all();
  }

  @Test
  public void theHeaviestReducerIsCloseToTheMeanUnlessOneExerciseAloneExceedsIt() {
    Map<String, Long> census = zipf(1e7);
    double all = census.values().stream().mapToLong(n -> n).sum();
    double top = census.get("e1") / all;
    for (int reducers : new int[] {2, 3, 5, 7, 10, 20, 50, 100}) {
      double imbalance = imbalance(ExerciseRows.whole(census), reducers);
      System.out.printf("%d reducers: heaviest / mean = %.4f%n", reducers, imbalance);
      assertEquals(Math.max(1, reducers * top), imbalance, 0.01);
    }
  }

  @Test
  public void asManyReducersAsTheProductChoosesStayWithinThirtyPercentOfTheMean() {
    for (double attempts : new double[] {1e6, 1e7, 1e8, 1e9, 1e10}) {
      Map<String, Long> census = zipf(attempts);
      ExerciseRows rows = ExerciseRows.of(census, large(census, 500_000), 500_000);
      int reducers = ReducerCount.forRows(rows);
      double imbalance = imbalance(rows, reducers);
      System.out.printf(
          "%.0e attempts: %d reducers, heaviest / mean = %.4f%n", attempts, reducers, imbalance);
      assertTrue(attempts + ": " + imbalance, imbalance <= 1.3);
    }
  }

  @Test
  public void rowsOfFittedExercisesThatAreNotShuffledDoNotCount() {
    ExerciseRows rows = ExerciseRows.of(Map.of("a", 100L, "b", 50L), Map.of("a", 80L), 1000);
    assertEquals(20, rows.of("a"));
    assertEquals(50, rows.of("b"));
    assertEquals(70, rows.all());
  }

  @Test
  public void aFittedExerciseIsDealtOutInPartsAndOthersAreNot() {
    ExerciseRows rows = ExerciseRows.of(Map.of("a", 100L, "b", 50L), Map.of("a", 80L), 7);
    Map<String, int[]> reducers = rows.deal(2);
    assertArrayEquals(new int[] {0}, reducers.get("b"));
    assertArrayEquals(new int[] {1, 1, 1}, reducers.get("a"));
    assertArrayEquals(new int[] {1, 2, 3}, rows.deal(4).get("a"));
  }

  @Test
  public void everyExerciseHasAReducerEvenWithMoreReducersThanExercises() {
    Map<String, int[]> reducers = ExerciseRows.whole(Map.of("a", 3L, "b", 2L)).deal(5);
    assertArrayEquals(new int[] {0}, reducers.get("a"));
    assertArrayEquals(new int[] {1}, reducers.get("b"));
  }
}
