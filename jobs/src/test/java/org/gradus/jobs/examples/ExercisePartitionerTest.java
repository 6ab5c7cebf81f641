package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

public class ExercisePartitionerTest {
  /** Attempts of 2,000 exercises whose popularity falls as rank^-1.1. */
  private static Map<String, Long> zipf() {
    Map<String, Long> attempts = new LinkedHashMap<>();
    for (int rank = 1; rank <= 2000; rank++) {
      attempts.put("e" + rank, Math.round(1e6 * Math.pow(rank, -1.1)) + 1);
    }
    return attempts;
  }

  @Test
  public void theHeaviestReducerIsCloseToTheMean() {
    Map<String, Long> attempts = zipf();
    int partitions = 5;
    long[] loads = new long[partitions];
    ExercisePartitioner.deal(attempts, partitions)
        .forEach((exercise, reducer) -> loads[reducer] += attempts.get(exercise));
    long total = 0;
    long heaviest = 0;
    for (long load : loads) {
      total += load;
      heaviest = Math.max(heaviest, load);
    }
    assertTrue(heaviest + " of " + total, heaviest <= 1.01 * total / partitions);
  }

  @Test
  public void everyExerciseHasAReducerEvenWithMoreReducersThanExercises() {
    Map<String, Integer> reducers = ExercisePartitioner.deal(Map.of("a", 3L, "b", 2L), 5);
    assertEquals(Map.of("a", 0, "b", 1), reducers);
  }
}
