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

  private static ExerciseRows whole(int count, long attemptsEach) {
    return ExerciseRows.whole(exercises(count, attemptsEach));
  }

  @Test
  public void aSmallLogHasOneReducer() {
    assertEquals(1, ReducerCount.forRows(whole(20, 1_000)));
  }

  @Test
  public void aLargeLogHasOneForEachTwoMillionAttempts() {
    assertEquals(51, ReducerCount.forRows(whole(1_000, 100_000)));
  }

  @Test
  public void noReducerIsWithoutAnExercise() {
    assertEquals(3, ReducerCount.forRows(whole(3, 50_000_000)));
  }

  @Test
  public void noneWaitsLongForTheOneWithTheLargestExercise() {
    Map<String, Long> rows = exercises(1_000, 100_000);
    rows.put("most of all", 50_000_000L);
    assertEquals(3, ReducerCount.forRows(ExerciseRows.whole(rows)));
  }

  @Test
  public void aCensusOfNothingStillHasOne() {
    assertEquals(1, ReducerCount.forRows(ExerciseRows.whole(Map.of())));
  }

  @Test
  public void thereIsALimit() {
    assertEquals(1_000, ReducerCount.forRows(whole(5_000, 10_000_000)));
  }

  @Test
  public void aFittedExerciseInPartsMakesNoneWait() {
    Map<String, Long> attempts = exercises(1_000, 100_000);
    attempts.put("most of all", 500_000_000L);
    ExerciseRows rows = ExerciseRows.of(attempts, Map.of("most of all", 400_000_000L), 500_000);
    assertEquals(101, ReducerCount.forRows(rows));
  }

  @Test
  public void thoseAskedForAreSoFewThatNoneWaitsLong() {
    Map<String, Long> attempts = exercises(4, 100);
    attempts.put("half", 400L);
    ExerciseRows rows = ExerciseRows.whole(attempts);
    assertEquals(2, ReducerCount.atMost(2, rows));
    assertEquals(2, ReducerCount.atMost(100, rows));
  }
}
