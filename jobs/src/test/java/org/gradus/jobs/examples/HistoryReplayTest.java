package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
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
            (attempt, row) ->
                rows.add(
                    attempt.exercise()
                        + " "
                        + (int) row[0]
                        + " "
                        + Math.round(Math.expm1(row[2]))));
    return rows;
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
