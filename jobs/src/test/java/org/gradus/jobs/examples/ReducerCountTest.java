package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.Test;

public class ReducerCountTest {
  private static Map<String, Long> exercises(int count, long attemptsEach) {
    Map<String, Long> attempts = new HashMap<>();
    for (int i = 0; i < count; i++) {
      attempts.put("exercise " + i, attemptsEach);
    }
    return attempts;
  }

  @Test
  public void aSmallLogHasOneReducer() {
    assertEquals(1, ReducerCount.forRows(exercises(20, 1_000)));
  }

  @Test
  public void aLargeLogHasOneForEachTwoMillionAttempts() {
    assertEquals(51, ReducerCount.forRows(exercises(1_000, 100_000)));
  }

  @Test
  public void noReducerIsWithoutAnExercise() {
    assertEquals(3, ReducerCount.forRows(exercises(3, 50_000_000)));
  }

  @Test
  public void noneWaitsLongForTheOneWithTheLargestExercise() {
    Map<String, Long> rows = exercises(1_000, 100_000);
    rows.put("most of all", 50_000_000L);
    assertEquals(3, ReducerCount.forRows(rows));
  }

  @Test
  public void aCensusOfNothingStillHasOne() {
    assertEquals(1, ReducerCount.forRows(Map.of()));
  }

  @Test
  public void thereIsALimit() {
    assertEquals(1_000, ReducerCount.forRows(exercises(5_000, 10_000_000)));
  }
}
