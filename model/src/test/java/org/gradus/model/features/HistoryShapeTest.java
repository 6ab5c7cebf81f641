package org.gradus.model.features;

import static org.junit.Assert.assertEquals;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.junit.Test;

/** Values of the blocks of runs, first attempts and gaps, worked out by hand. */
public class HistoryShapeTest {
  /** Every item's rate, from an empty table. */
  private static final double RATE = 0.7;

  private final FeatureSet featureSet = FeatureSet.of("streaks,firsts,gaps,recency");
  private final float[] features = new float[featureSet.size()];

  /** Exercise and outcome of each attempt, such as {@code a1 b0}; then exercise a is asked. */
  private void after(String history) {
    StudentReplay replay = new StudentReplay(featureSet, new DifficultyTable(20, 6).view());
    for (String answer : history.isEmpty() ? new String[0] : history.split(" ")) {
      Attempt attempt = Attempt.on(answer.substring(0, 1)).correct(answer.endsWith("1")).build();
      replay.observe(replay.question(attempt), attempt);
    }
    replay.features(replay.question("a", "", "", Attempt.UNKNOWN_TIME), features);
  }

  private void assertFeature(String name, double expected) {
    assertEquals(name, expected, features[featureSet.features().indexOf(name)], 1e-6);
  }

  @Test
  public void runsEndWithTheFirstAnswerOfTheOtherKind() {
    after("a1 a1 b0 b0 b0");
    assertFeature("student_correct_run", 0);
    assertFeature("student_wrong_run", Math.log(4));
    assertFeature("exercise_correct_run", Math.log(3));
    assertFeature("exercise_wrong_run", 0);
    after("a1 a0 a1");
    assertFeature("exercise_correct_run", Math.log(2));
    assertFeature("exercise_wrong_run", 0);
  }

  @Test
  public void firstAttemptsAreApartFromLaterOnes() {
    after("a1 a0 b1 a0");
    assertFeature("first_residual_mean", 2 * (1 - RATE) / 5);
    assertFeature("later_residual_mean", 2 * -RATE / 5);
    assertFeature("later_residual_slope", Math.log(4) * 2 * -RATE / 5);
    assertFeature("exercise_first_residual", 1 - RATE);
    assertFeature("log_exercises", Math.log(3));
  }

  /** Weights .7, .49, .343 for the answers, .2401 ... for three failures before them. */
  @Test
  public void recentAnswersWeighMore() {
    double ghosts = 0.2401 + 0.16807 + 0.117649;
    after("a1 b0 a0 a1");
    assertFeature("exercise_recent_share", (0.7 + 0.343) / (0.7 + 0.49 + 0.343 + ghosts));
    assertFeature("exercise_failures", 1);
    after("");
    assertFeature("exercise_recent_share", 0);
  }

  @Test
  public void aGapIsCountedInAnswers() {
    after("a1 b1 b1 b1");
    assertFeature("exercise_log_gap", Math.log(4));
    assertFeature("exercise_gap_residual", Math.log(4) * (1 - RATE) / 4);
    assertFeature("exercise_seen", 1);
    after("b1 a0");
    assertFeature("exercise_log_gap", 0);
    assertFeature("exercise_seen", 1);
  }

  @Test
  public void nothingIsKnownOfANewStudent() {
    after("");
    for (String name : featureSet.features()) {
      assertFeature(name, 0);
    }
  }
}
