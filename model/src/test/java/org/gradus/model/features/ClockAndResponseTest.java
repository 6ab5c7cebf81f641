package org.gradus.model.features;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.junit.Test;

/** Values of the blocks of counts, clocks and response times, worked out by hand. */
public class ClockAndResponseTest {
  private static final long HOUR = 3_600_000;

  private final List<Attempt> history = new ArrayList<>();

  private static Attempt.Builder on(String exercise, boolean correct, long hour) {
    return Attempt.on(exercise).item("q").correct(correct).epochMillis(hour * HOUR);
  }

  /** The features of a question of exercise a, item q, asked at an hour, after the history. */
  private float feature(String set, String name, long epochMillis) {
    FeatureSet featureSet = FeatureSet.of(set);
    StudentReplay replay = new StudentReplay(featureSet, new DifficultyTable(20, 6).view());
    for (Attempt attempt : history) {
      replay.observe(replay.question(attempt), attempt);
    }
    float[] features = new float[featureSet.size()];
    replay.features(replay.question("a", "q", "", epochMillis), features);
    return features[featureSet.features().indexOf(name)];
  }

  private void practise() {
    history.add(on("a", true, 0).build());
    history.add(on("a", false, 1).build());
    history.add(on("b", true, 25).build());
  }

  @Test
  public void pfaCountsWinsAndFailsOfTheExercise() {
    practise();
    assertEquals(1, feature("pfa", "exercise_win_count", 26 * HOUR), 0f);
    assertEquals(1, feature("pfa", "exercise_fail_count", 26 * HOUR), 0f);
    assertEquals(3, FeatureSet.of("pfa").size());
  }

  @Test
  public void bestLrTakesLogarithmsOfCorrectsAndAttempts() {
    practise();
    assertEquals(Math.log(3), feature("best-lr", "student_log_corrects", 0), 1e-6);
    assertEquals(Math.log(4), feature("best-lr", "student_log_attempts", 0), 1e-6);
    assertEquals(Math.log(2), feature("best-lr", "exercise_log_corrects", 0), 1e-6);
    assertEquals(Math.log(3), feature("best-lr", "exercise_log_attempts", 0), 1e-6);
  }

  @Test
  public void anAnswerFadesFromAWindowExponentially() {
    practise();
    double inDay = Math.exp(-26.0 / 24) + Math.exp(-25.0 / 24);
    assertEquals(Math.log1p(inDay), feature("das3h", "exercise_attempts_day", 26 * HOUR), 1e-6);
    double corrects = Math.exp(-26.0 / 24) + Math.exp(-1.0 / 24);
    assertEquals(Math.log1p(corrects), feature("das3h", "student_corrects_day", 26 * HOUR), 1e-6);
    assertEquals(Math.log(3), feature("das3h", "item_corrects_ever", 26 * HOUR), 1e-6);
  }

  @Test
  public void withoutAClockOnlyTheWindowEverCounts() {
    practise();
    assertEquals(0, feature("das3h", "student_attempts_month", Attempt.UNKNOWN_TIME), 0f);
    assertEquals(Math.log(4), feature("das3h", "student_attempts_ever", HOUR), 1e-6);
  }

  @Test
  public void answersWithoutAClockLeaveTheWindowsAsTheyAre() {
    practise();
    float before = feature("das3h", "student_attempts_week", 30 * HOUR);
    history.add(Attempt.on("a").item("q").build());
    assertEquals(before, feature("das3h", "student_attempts_week", 30 * HOUR), 0f);
  }

  @Test
  public void lagsAreLogarithmsOfSecondsUntilHalfAnHourBeforeTheAnswer() {
    practise();
    assertEquals(Math.log1p(1800), feature("time", "student_log_lag", 26 * HOUR), 1e-5);
    assertEquals(Math.log1p(88_200), feature("time", "exercise_log_lag", 26 * HOUR), 1e-5);
    assertEquals(Math.log1p(1800), feature("time", "item_log_lag", 26 * HOUR), 1e-5);
    assertEquals(1, feature("time", "session_start", 26 * HOUR), 0f);
    assertEquals(0, feature("time", "session_start", 25 * HOUR + 1000), 0f);
    assertEquals(1, feature("time", "other_day", 26 * HOUR), 0f);
  }

  /** The clock of most logs is that of the finished answer. */
  @Test
  public void withinASessionLagsDoNotTellHowLongTheAnswerTook() {
    practise();
    for (String name : FeatureSet.of("time").features()) {
      float soon = feature("time", name, 25 * HOUR + 2000);
      assertEquals(name, soon, feature("time", name, 25 * HOUR + 25 * 60_000), 0f);
    }
    assertEquals(Math.log1p(86_400), feature("time", "exercise_log_lag", 25 * HOUR + 2000), 1e-5);
  }

  @Test
  public void unknownOrBackwardTimeIsNoLag() {
    practise();
    assertEquals(0, feature("time", "student_log_lag", Attempt.UNKNOWN_TIME), 0f);
    assertEquals(0, feature("time", "student_log_lag", 3 * HOUR), 0f);
    history.add(Attempt.on("b").build());
    assertEquals(0, feature("time", "student_log_lag", 30 * HOUR), 0f);
  }

  @Test
  public void secondsAreRelativeToTheStudentsOwn() {
    history.add(on("a", true, 0).secondsTaken(9).hints(0).answers(1).build());
    history.add(on("b", true, 1).secondsTaken(99).hints(3).answers(2).build());
    double own = Math.log(10) + 0.1 * (Math.log(100) - Math.log(10));
    assertEquals(Math.log(100) - own, feature("response", "last_seconds", 0), 1e-6);
    assertEquals(Math.log(10) - own, feature("response", "exercise_seconds", 0), 1e-6);
    assertEquals(Math.log(4), feature("response", "last_hints", 0), 1e-6);
    assertEquals(0, feature("response", "exercise_hints", 0), 0f);
    assertEquals(Math.log(1.5), feature("response", "last_answers", 0), 1e-6);
    assertEquals(0, feature("response", "exercise_answers", 0), 0f);
  }

  /** Or one answer would make a new student an unusual one. */
  @Test
  public void meansOverEverythingBeginAtTheTypical() {
    history.add(on("a", true, 0).secondsTaken(9).hints(0).answers(1).build());
    assertEquals(0.1 * Math.log(10.0 / 21), feature("response", "student_seconds", 0), 1e-6);
    history.add(on("b", true, 1).secondsTaken(99).hints(3).answers(2).build());
    double own = Math.log(10) + 0.1 * (Math.log(100) - Math.log(10)) - Math.log(21);
    assertEquals(0.19 * own, feature("response", "student_seconds", 0), 1e-6);
    assertEquals(0.19 * 0.1 * Math.log(4), feature("response", "student_hints", 0), 1e-6);
  }

  @Test
  public void whatIsNotLoggedIsZero() {
    practise();
    for (String name : FeatureSet.of("response").features()) {
      assertEquals(name, 0, feature("response", name, 0), 0f);
    }
  }
}
