package org.gradus.jobs.monitor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;
import org.junit.Test;

/** The command from outside, on logs of which everything is known. */
public class MonitorCommandTest extends MonitoredLogs {
  /** What was answered before the day counts as met, and is not scored. */
  @Test
  public void answersOfTheDayAreScoredFromTheStateBefore() throws IOException {
    answer("ann", "addition", "easy", true, "2026-01-04T23:59:59Z");
    answer("ann", "addition", "easy", true, "2026-01-05T00:00:00Z");
    answer("ann", "fractions", "q1", false, "2026-01-05T10:00:00Z");
    answer("bob", "fractions", "q1", true, "2026-01-05T23:59:59Z");
    answer("bob", "addition", "hard", true, "2026-01-06T00:00:00Z");
    write(1);
    assertEquals(said(err), 0, monitor("--from", "2026-01-05"));
    MonitoredDay day = monitored().read(MONDAY);
    assertEquals(CoinStore.VERSION.toString(), day.version());
    assertEquals(List.of("addition", "fractions"), List.copyOf(day.exercises().keySet()));
    DailySums addition = day.exercises().get("addition");
    assertEquals(1, addition.total().attempts());
    assertEquals(0, addition.first().attempts());
    assertEquals(Math.log(2), addition.total().logLoss(), 1e-9);
    DailySums fractions = day.exercises().get("fractions");
    assertEquals(2, fractions.first().attempts());
    assertEquals(1, fractions.first().corrects());
    assertEquals(1, fractions.byMet().get(0).attempts());
    assertEquals(1, fractions.byMet().get(1).attempts());
    assertEquals(1, fractions.history()[0]);
    assertEquals(1, fractions.history()[2]);
    assertEquals(1, addition.difficulties()[DailySums.difficultyBin(Math.log(9))]);
    assertEquals(List.of(MONDAY), monitored().days());
    assertFalse(new File(folder.getRoot(), "work/.monitor").exists());
  }

  @Test
  public void theDayBeginsWhereTheTimeZoneSays() throws IOException {
    answer("ann", "addition", "easy", true, "2026-01-04T23:30:00Z");
    answer("ann", "addition", "easy", false, "2026-01-05T23:30:00Z");
    write(1);
    assertEquals(0, monitor("--from", "2026-01-05", "-Dgradus.monitor.time-zone=Europe/Berlin"));
    assertEquals(1, monitored().read(MONDAY).total().total().corrects());
    assertEquals(1, monitored().read(MONDAY).total().total().attempts());
  }

  @Test
  public void shardsAndTasksAndDaysAtOnceLeaveTheSameBytes() throws IOException {
    answers("addition", MONDAY, 300);
    answers("fractions, \"1/2\"", MONDAY.plusDays(1), 200);
    answers("addition", MONDAY.plusDays(2), 100);
    write(1);
    monitor("--from", "2026-01-05", "--to", "2026-01-07", "-Dmapreduce.job.reduces=1");
    List<String> days = texts();
    write(4);
    output += "-again";
    monitor("--from", "2026-01-05", "-Dmapreduce.job.reduces=3", "-Dgradus.sort.reducers=3");
    monitor("--from", "2026-01-06", "--to", "2026-01-07", "-Dmapreduce.job.reduces=2");
    assertEquals(3, days.size());
    assertEquals(days, texts());
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (LocalDate date : monitored().days()) {
      texts.add(monitored().read(date).text());
    }
    return texts;
  }

  @Test
  public void theStoreMayBeADatabase() throws IOException {
    store = new CoinStore(new File(folder.getRoot(), "base")).logit(2).writeTable();
    answers("addition", MONDAY, 40);
    write(1);
    assertEquals(said(err), 0, monitor("--from", "2026-01-05"));
    DailySums total = monitored().read(MONDAY).total();
    assertEquals(1 / (1 + Math.exp(-2)), total.total().meanProbability(), 1e-6);
    assertEquals(CoinStore.VERSION.toString(), monitored().read(MONDAY).version());
  }

  @Test
  public void daysLikeTrainingGiveNoAlert() throws IOException {
    for (int day = 0; day < 3; day++) {
      answers("addition", MONDAY.plusDays(day), 1000);
    }
    write(2);
    String few = "-Dgradus.monitor.min-students=50";
    assertEquals(said(out), 0, monitor("--from", "2026-01-05", "--to", "2026-01-07", few));
    assertTrue(said(out), said(out).contains("2026-01-07     1000    0.6931       0.6931"));
    Map<String, Object> alerts = monitored().alerts(MONDAY.plusDays(2)).orElseThrow();
    assertEquals(List.of(), alerts.get("alerts"));
    assertEquals(6, ((List<?>) alerts.get("checks")).size());
  }

  @Test
  public void aHigherLogLossIsRefused() throws IOException {
    store = new CoinStore(new File(store)).logLossAtTraining(0.6).write();
    answers("addition", MONDAY, 500);
    write(1);
    refuses(
        4,
        "on 2026-01-05 the rise of the log loss over that at training is 0.093 (from 0.600 to"
            + " 0.693) but may be at most 0.050 (gradus.monitor.max-log-loss-rise)",
        "--from",
        "2026-01-05");
    String allow = "-Dgradus.monitor.max-log-loss-rise=0.1";
    assertEquals(said(err), 0, monitor("--from", "2026-01-05", allow));
    refuses(
        4,
        "the largest rise of an exercise's log loss is 0.093 ('addition', from 0.600 to 0.693)",
        "--from",
        "2026-01-05",
        allow,
        "-Dgradus.monitor.max-exercise-log-loss-rise=0.05");
    String more = "-Dgradus.monitor.min-attempts=501";
    assertEquals(said(err), 0, monitor("--from", "2026-01-05", more));
  }

  @Test
  public void allExercisesAboveTheLimitAreNamedTheWorstFirst() throws IOException {
    store = new CoinStore(new File(store)).logLossAtTraining(0.5).write();
    answers("fractions", MONDAY, 200);
    answers("addition", MONDAY, 200);
    write(1);
    String rise =
        "the largest rise of an exercise's log loss is 0.193 ('addition', from 0.500 to 0.693";
    String limit = "-Dgradus.monitor.max-exercise-log-loss-rise=";
    String both = rise + "; 'fractions', from 0.530 to 0.693) but";
    refuses(4, both, "--from", "2026-01-05", limit + 0.16);
    refuses(4, rise + ") but", "--from", "2026-01-05", limit + 0.17);
  }

  @Test
  public void silenceAndEmptyDaysAreNoticed() throws IOException {
    for (int day = 0; day < 2; day++) {
      answers("addition", MONDAY.plusDays(day), 600);
      answers("fractions", MONDAY.plusDays(day), 20);
      answers("rare", MONDAY.plusDays(day), 19);
    }
    answers("addition", MONDAY.plusDays(2), 600);
    write(1);
    refuses(
        4,
        "the number of silent exercises is 1 (fractions) but may be at most 0",
        "--from",
        "2026-01-05",
        "--to",
        "2026-01-07");
    refuses(
        4,
        "on 2026-01-08 the share of answers missing is 1 (639 before, 0 now) but may be at most"
            + " 0.500",
        "--from",
        "2026-01-07",
        "--to",
        "2026-01-08");
    assertEquals(4, monitored().days().size());
    assertEquals(Map.of(), monitored().read(MONDAY.plusDays(3)).exercises());
  }

  @Test
  public void whatCannotBeMonitoredIsSaid() throws IOException {
    answer("ann", "addition", "easy", true, "2026-01-05T10:00:00Z");
    write(1);
    refuses(2, "No day is named: add --from YYYY-MM-DD");
    refuses(
        2, "gradus.monitor.from (--from) is '5.1.2026' but must be a day", "--from", "5.1.2026");
    refuses(2, "before the first", "--from", "2026-01-05", "--to", "2026-01-04");
    refuses(
        3, "There is no answer on 2026-01-09 in the logs of 1 students", "--from", "2026-01-09");
    refuses(
        2,
        "names 'age' but must be some of prediction, difficulty, ability, history",
        "--from",
        "2026-01-05",
        "-Dgradus.monitor.drift-features=prediction,age");
    store = folder.newFolder("empty").getPath();
    refuses(2, "Nothing has been published in " + store, "--from", "2026-01-05");
  }
}
