package org.gradus.model.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Test;

public class DifficultyTableTest {
  private static double logit(double rate) {
    return Math.log(rate / (1 - rate));
  }

  @Test
  public void itemsShrinkTowardTheirExerciseAndExercisesTowardTheWhole() {
    DifficultyTable table = new DifficultyTable(20, 6);
    table.add("easy", "a", 9, 10);
    table.add("hard", "b", 1, 10);
    double overall = (10 + 0.7) / 21;
    double easy = (9 + 20 * overall) / 30;
    double item = (9 + 6 * easy) / 16;
    Difficulty difficulty = table.view().of("easy", "a");
    assertEquals(logit(easy), difficulty.exerciseLogit(), 1e-12);
    assertEquals(item, difficulty.itemRate(), 1e-12);
    assertEquals(10, difficulty.itemAttempts());
    assertEquals(logit(easy), table.view().of("easy", "unknown").itemLogit(), 1e-12);
    assertEquals(overall, table.view().of("unknown", "").itemRate(), 1e-12);
  }

  @Test
  public void aStudentLeftOutLeavesNoTrace() {
    DifficultyTable with = new DifficultyTable(20, 6);
    DifficultyTable without = new DifficultyTable(20, 6);
    for (DifficultyTable table : List.of(with, without)) {
      table.add("e", "a", 3, 5);
      table.add("f", "", 2, 2);
    }
    List<Attempt> own =
        List.of(
            Attempt.on("e").item("a").correct(true).build(),
            Attempt.on("e").item("a").build(),
            Attempt.on("f").correct(true).build());
    for (Attempt attempt : own) {
      with.add(attempt.exercise(), attempt.item(), attempt.correct() ? 1 : 0, 1);
    }
    DifficultyView view = with.without(new StudentHistory("s", own));
    for (String exercise : List.of("e", "f", "unknown")) {
      Difficulty expected = without.view().of(exercise, "a");
      assertEquals(expected.itemLogit(), view.of(exercise, "a").itemLogit(), 0);
      assertEquals(expected.exerciseLogit(), view.of(exercise, "a").exerciseLogit(), 0);
    }
  }

  @Test
  public void manyItemsKeepTheirCounts() {
    DifficultyTable table = new DifficultyTable(20, 6);
    for (int i = 0; i < 10_000; i++) {
      table.add("e" + i % 7, "i" + i, i % 3, 3);
    }
    assertEquals(10_000, table.itemCount());
    assertEquals(3, table.view().of("e3", "i10").itemAttempts());
    assertEquals(0, table.view().of("e4", "i10").itemAttempts());
  }

  @Test
  public void impossibleCountsAreRefused() {
    DifficultyTable table = new DifficultyTable(20, 6);
    assertThrows(IllegalArgumentException.class, () -> table.add("e", "i", 3, 2));
    assertThrows(IllegalArgumentException.class, () -> new DifficultyTable(0, 6));
  }

  @Test
  public void aTransitionShiftsTheOddsOfItsQuestion() {
    DifficultyTable table = new DifficultyTable(20, 6);
    table.addTransition(7, 3, 4);
    assertEquals(
        logit((3 + 2 * 0.5) / 6) - logit(0.5), table.view().shift(7, logit(0.5), 2), 1e-12);
    assertEquals(0, table.view().shift(8, logit(0.5), 2), 0);
    assertEquals(0, table.view().shift(Trail.NONE, logit(0.5), 2), 0);
  }

  @Test
  public void transitionsOfAStudentLeftOutLeaveNoTrace() {
    List<Attempt> own =
        List.of(Attempt.on("e").item("a").correct(true).build(), Attempt.on("e").item("b").build());
    StudentHistory student = new StudentHistory("s", own);
    long[] key = new long[1];
    Trail.walk(student, (attempt, keys) -> key[0] = keys[Transition.PREVIOUS_ITEM.position()]);
    DifficultyTable table = new DifficultyTable(20, 6);
    own.forEach(attempt -> table.add("e", attempt.item(), attempt.correct() ? 1 : 0, 1));
    table.addTransition(key[0], 0, 1);
    assertEquals(0, table.without(student).shift(key[0], 0, 2), 0);
    table.addTransition(key[0], 5, 5);
    assertEquals(logit(4.0 / 5), table.without(student).shift(key[0], 0, 2), 1e-12);
  }

  /** Or a model learns outcomes from what is missing of a transition that many students make. */
  @Test
  public void aTransitionDiffersBetweenStudentsMoreByChanceThanByTheirOwnAnswers() {
    List<Attempt> own =
        List.of(Attempt.on("e").item("a").correct(true).build(), Attempt.on("e").item("b").build());
    long[] key = new long[1];
    Trail.walk(
        new StudentHistory("s", own),
        (attempt, keys) -> key[0] = keys[Transition.PREVIOUS_ITEM.position()]);
    DifficultyTable table = new DifficultyTable(20, 6);
    table.addTransition(key[0], 300, 400);
    SummaryStatistics rates = new SummaryStatistics();
    for (int s = 0; s < 2000; s++) {
      DifficultyView view = table.without(new StudentHistory("student " + s, own));
      double rate = 1 / (1 + Math.exp(-view.shift(key[0], 0, 1e-9)));
      rates.addValue(rate);
    }
    double missing = 300.0 / 399;
    double spread = Math.sqrt(missing * (1 - missing) / 200 * 199 / 398);
    assertEquals(missing, rates.getMean(), 4 * spread / Math.sqrt(2000));
    assertEquals(spread, rates.getStandardDeviation(), 0.1 * spread);
  }

  /** Or a model of a log with one exercise learns each student's record from what is missing. */
  @Test
  public void theRateOfALargeExerciseIsTheSameForEverybody() {
    DifficultyTable table = new DifficultyTable(20, 6);
    table.add("e", "i", 700, 1000);
    List<Attempt> own = List.of(Attempt.on("e").item("i").correct(true).build());
    DifficultyView without = table.without(new StudentHistory("s", own));
    assertEquals(
        table.view().of("e", "i").exerciseLogit(), without.of("e", "i").exerciseLogit(), 0);
    assertEquals(999, without.of("e", "i").itemAttempts());
  }
}
