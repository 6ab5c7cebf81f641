package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ItemNumbers;
import org.junit.Test;

public class HistoryReplayTest {
  private static List<String> rows(Attempt... attempts) throws Exception {
    Configuration configuration = new Configuration(false);
    ExampleMapper.FEATURES.set(configuration, "wins,attempts");
    List<String> rows = new ArrayList<>();
    HistoryReplay.of(configuration)
        .run(
            new StudentHistory("ann", List.of(attempts)),
            true,
            exercise -> true,
            (attempt, item, row) ->
                rows.add(
                    attempt.exercise()
                        + " "
                        + (int) row[0]
                        + " "
                        + Math.round(Math.expm1(row[2]))));
    return rows;
  }

  /** Attempts on 3,000 items, each twice, whose row tells of no item. */
  private static long takenAsNew(boolean heldOut, String features) throws Exception {
    Configuration configuration = new Configuration(false);
    ExampleMapper.FEATURES.set(configuration, features);
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      attempts.add(Attempt.on("add").item("i" + i % 3000).build());
    }
    List<String> without = new ArrayList<>();
    HistoryReplay.of(configuration)
        .run(
            new StudentHistory("ann", attempts),
            heldOut,
            exercise -> true,
            (attempt, item, row) -> {
              if (item == ItemNumbers.NO_KEY) {
                without.add(attempt.item());
              }
            });
    assertEquals("both times or never", without.size(), 2 * without.stream().distinct().count());
    return without.size() / 2;
  }

  @Test
  public void ofATrainingStudentOneItemInAHundredIsTakenAsNew() throws Exception {
    long taken = takenAsNew(false, "bias,difficulty");
    assertTrue(taken + " of 3000", taken > 15 && taken < 50);
    assertEquals(0, takenAsNew(true, "bias,difficulty"));
    assertEquals(0, takenAsNew(false, "bias,local"));
  }

  @Test
  public void anAttemptWithoutAnItemIsNotTakenForOneOnANewItem() throws Exception {
    Configuration configuration = new Configuration(false);
    ExampleMapper.FEATURES.set(configuration, "difficulty,counts");
    List<String> names = FeatureSet.of("difficulty,counts").features();
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      attempts.add(Attempt.on("add" + i % 1000).correct(true).build());
    }
    float[] most = new float[1];
    HistoryReplay.of(configuration)
        .run(
            new StudentHistory("ann", attempts),
            false,
            exercise -> true,
            (attempt, item, row) ->
                most[0] = Math.max(most[0], row[names.indexOf("item_corrects")]));
    assertEquals(0, most[0], 0);
  }

  private static Attempt.Builder correct(String exercise) {
    return Attempt.on(exercise).item("i").correct(true);
  }

  /** Columns: corrects on the exercise and on anything. */
  @Test
  public void rowsOfOneAnswerAllHaveTheStateBeforeIt() throws Exception {
    assertEquals(
        List.of("add 0 0", "sub 0 0", "mul 0 0", "sub 1 3"),
        rows(
            correct("add").build(),
            correct("sub").repeat(true).build(),
            correct("mul").repeat(true).build(),
            correct("sub").build()));
  }

  @Test
  public void answersOfTheirOwnSeeEachOther() throws Exception {
    assertEquals(
        List.of("add 0 0", "sub 0 1"), rows(correct("add").build(), correct("sub").build()));
  }
}
