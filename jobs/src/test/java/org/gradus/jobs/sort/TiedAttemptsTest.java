package org.gradus.jobs.sort;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.gradus.model.attempt.Attempt;
import org.junit.Test;

public final class TiedAttemptsTest {
  private static final long DAY = 86_400_000;

  /** The attempts as a reducer gets them, then shuffled. */
  private static List<Attempt> sorted(String student, List<Attempt> attempts) {
    List<Attempt> list = new ArrayList<>(attempts);
    list.sort(Comparator.comparing(attempt -> key(student, attempt)));
    TiedAttempts.shuffle(student, list);
    return list;
  }

  private static AttemptKey key(String student, Attempt attempt) {
    AttemptKey key = new AttemptKey();
    key.set(student, attempt);
    return key;
  }

  /** Answers to one question at one time, each with the time taken as its name. */
  private static List<Attempt> tied(Attempt.Builder common, int corrects, int all) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      attempts.add(common.correct(i < corrects).secondsTaken(i).build());
    }
    return attempts;
  }

  @Test
  public void theOrderDependsOnTheAnswersNotOnTheirArrival() {
    List<Attempt> attempts = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      attempts.addAll(tied(Attempt.on("add").epochMillis(day * DAY), 3, 7));
      attempts.addAll(tied(Attempt.on("sub").epochMillis(day * DAY).item("i"), 2, 4));
    }
    List<Attempt> expected = sorted("ann", attempts);
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(attempts, random);
      assertEquals(expected, sorted("ann", attempts));
    }
    assertNotEquals(expected, sorted("bob", attempts));
  }

  @Test
  public void onlyWhatAgreesInAllButTheAnswerChangesPlaces() {
    List<Attempt> apart =
        List.of(
            Attempt.on("add").epochMillis(DAY).build(),
            Attempt.on("add").epochMillis(DAY).problemType("t").build(),
            Attempt.on("sub").epochMillis(DAY).build(),
            Attempt.on("add").epochMillis(DAY).item("i").build(),
            Attempt.on("add").epochMillis(DAY).item("i").order(1).build(),
            Attempt.on("add").epochMillis(2 * DAY).item("i").order(1).build());
    for (int i = 0; i < 100; i++) {
      List<Attempt> list = new ArrayList<>(apart);
      TiedAttempts.shuffle("u" + i, list);
      assertEquals(apart, list);
    }
  }

  /** Of 5 answers 3 are right: after a right one 2 of 4 others are, after a wrong one 3 of 4. */
  @Test
  public void anAnswerTellsOfTheNextOnlyThatItIsGone() {
    int groups = 4_000;
    int[] after = new int[2];
    int[] rightAfter = new int[2];
    for (int group = 0; group < groups; group++) {
      Attempt.Builder common = Attempt.on("e" + group % 3).epochMillis((group / 40) * DAY);
      List<Attempt> list = sorted("u" + group % 40, tied(common, 3, 5));
      for (int i = 1; i < 5; i++) {
        int before = list.get(i - 1).correct() ? 1 : 0;
        after[before]++;
        rightAfter[before] += list.get(i).correct() ? 1 : 0;
      }
    }
    assertEquals(0.5, rightAfter[1] / (double) after[1], 0.02);
    assertEquals(0.75, rightAfter[0] / (double) after[0], 0.02);
  }

  @Test
  public void allOrdersAreEquallyLikely() {
    int groups = 6_000;
    List<String> orders = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      Attempt.Builder common = Attempt.on("e").order(group % 100);
      orders.add(
          sorted("u" + group / 100, tied(common, 1, 3)).stream()
              .map(attempt -> String.format("%.0f", attempt.secondsTaken()))
              .collect(Collectors.joining()));
    }
    for (String order : List.of("012", "021", "102", "120", "201", "210")) {
      assertEquals(order, 1_000, Collections.frequency(orders, order), 120);
    }
  }

  @Test
  public void rowsOfOneAnswerForSeveralExercisesAreStillFound() {
    List<Attempt> attempts = new ArrayList<>();
    for (int day = 1; day <= 50; day++) {
      Attempt.Builder answer = Attempt.on("add").item("i").epochMillis(day * DAY);
      attempts.add(answer.correct(day % 2 == 0).build());
      attempts.add(
          Attempt.on("sub").item("i").epochMillis(day * DAY).correct(day % 2 == 0).build());
    }
    assertEquals(50, Repeats.AUTO.mark(sorted("ann", attempts)));
  }
}
