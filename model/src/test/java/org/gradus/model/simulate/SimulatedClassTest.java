package org.gradus.model.simulate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

public class SimulatedClassTest {
  private static final ClassOptions SMALL =
      new ClassOptions()
          .with(ClassOption.STUDENTS, 40)
          .with(ClassOption.EXERCISES, 10)
          .with(ClassOption.ITEMS_PER_EXERCISE, 6)
          .with(ClassOption.PROBLEM_TYPES, 2);

  private static String story(SimulatedStudent student) {
    return student.attempts().stream()
        .map(
            a ->
                a.attempt()
                    + " "
                    + a.attempt().secondsTaken()
                    + " "
                    + a.attempt().hints()
                    + " "
                    + a.attempt().answers()
                    + " "
                    + Double.doubleToLongBits(a.trueProbability()))
        .collect(Collectors.joining("\n", student.id() + " " + student.ability() + "\n", ""));
  }

  @Test
  public void aStudentIsTheSameWheneverAndWhereverSimulated() {
    SimulatedClass forwards = new SimulatedClass(SMALL);
    SimulatedClass backwards = new SimulatedClass(SMALL);
    List<String> stories = new ArrayList<>();
    for (int i = 0; i < SMALL.students(); i++) {
      stories.add(story(forwards.student(i)));
    }
    for (int i = SMALL.students() - 1; i >= 0; i--) {
      assertEquals(stories.get(i), story(backwards.student(i)));
    }
  }

  @Test
  public void moreStudentsLeaveTheFirstOnesAsTheyAre() {
    SimulatedClass larger = new SimulatedClass(SMALL.with(ClassOption.STUDENTS, 4000));
    assertEquals(story(new SimulatedClass(SMALL).student(7)), story(larger.student(7)));
  }

  @Test
  public void theBitsAreTheOnesOfTheFirstRelease() {
    SimulatedAttempt first = new SimulatedClass(SMALL).student(0).attempts().get(0);
    Attempt attempt = first.attempt();
    assertEquals(
        "Attempt[exercise-007/problem-007-001 correct time 1706212500300 order 0]"
            + " 0.9175382789107475 21.1",
        attempt + " " + first.trueProbability() + " " + attempt.secondsTaken());
  }

  @Test
  public void anotherSeedIsAnotherClass() {
    SimulatedClass other = new SimulatedClass(SMALL.with(ClassOption.SEED, 2));
    assertNotEquals(story(new SimulatedClass(SMALL).student(0)), story(other.student(0)));
  }

  @Test
  public void timeRisesStrictlyAndOutcomeAgreesWithHintsAndAnswers() {
    SimulatedClass simulated = new SimulatedClass(SMALL);
    for (int i = 0; i < SMALL.students(); i++) {
      long before = (long) ClassOption.START_EPOCH_MILLIS.defaultValue();
      for (SimulatedAttempt simulatedAttempt : simulated.student(i).attempts()) {
        Attempt attempt = simulatedAttempt.attempt();
        assertTrue(attempt.epochMillis() > before);
        before = attempt.epochMillis();
        assertEquals(attempt.correct(), attempt.hints() == 0 && attempt.answers() == 1);
        assertTrue(attempt.secondsTaken() >= 1 && attempt.secondsTaken() <= 1800);
        assertTrue(
            simulatedAttempt.trueProbability() > 0 && simulatedAttempt.trueProbability() < 1);
        assertTrue(attempt.problemType().matches("type-[12]"));
      }
    }
  }

  @Test
  public void aPopularExerciseIsPractisedMoreAsZipfSays() {
    int[] draws = new int[4];
    Popularity popularity = new Popularity(4, 1);
    RandomStream random = new RandomStream(1, Purpose.PRACTICE);
    for (int i = 0; i < 25_000; i++) {
      draws[popularity.draw(random)]++;
    }
    for (int rank = 0; rank < 4; rank++) {
      assertEquals(12_000.0 / (rank + 1), draws[rank], 400);
    }
  }

  @Test
  public void whatIsOutOfRangeIsRefusedByName() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> SMALL.with(ClassOption.ITEMS_PER_EXERCISE, 0.5));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("items-per-exercise"));
    assertThrows(IllegalArgumentException.class, () -> SMALL.with(ClassOption.SKEW, Double.NaN));
    assertThrows(
        IndexOutOfBoundsException.class, () -> new SimulatedClass(SMALL).student(SMALL.students()));
  }
}
