package org.gradus.jobs.scenario;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.hash.StableHash;
import org.gradus.model.knowledge.ModelStore;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A model's life, by commands alone: trained on twenty days and published, watched for three more,
 * on the last of which answers are graded anew; trained again, refused, forced, rolled back.
 */
public class DayByDayTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int TRAINING_DAYS = 20;
  private static final int DAYS = 23;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<StringBuilder> days = new ArrayList<>();
  private String logs;
  private String store;
  private String monitor;

  @Before
  public void simulate() throws IOException {
    logs = folder.newFolder("logs").getPath();
    store = place("store");
    monitor = place("monitor");
    for (int day = 0; day < DAYS; day++) {
      days.add(new StringBuilder("student_id,exercise_id,problem_id,correct,timestamp\n"));
    }
    SimulatedHistories.of(500, 8).forEach(this::spread);
  }

  private String place(String name) {
    return new File(folder.getRoot(), name).getPath();
  }

  /**
   * Each student answers every day; on the last one, three of four correct answers count as wrong.
   */
  private void spread(StudentHistory history) {
    int size = history.attempts().size();
    for (int i = 0; i < size; i++) {
      Attempt attempt = history.attempts().get(i);
      int day = i * DAYS / size;
      long start = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      boolean strict = day == DAYS - 1 && StableHash.of(history.student() + i) % 4 != 0;
      days.get(day)
          .append(history.student() + "," + attempt.exercise() + "," + attempt.item() + ",")
          .append(attempt.correct() && !strict ? "1," : "0,")
          .append(start + 36_000_000L + 60_000L * i)
          .append('\n');
    }
  }

  /** The logs of so many days are there. */
  private void itIsTheEndOfDay(int number) throws IOException {
    for (int day = 0; day < number; day++) {
      Files.writeString(new File(logs, FIRST.plusDays(day) + ".csv").toPath(), days.get(day));
    }
  }

  private void gradus(int code, String... arguments) {
    said.reset();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int ended = new Gradus(Installed.onClassPath(), stream, stream).run(arguments);
    assertEquals(String.join(" ", arguments) + "\n" + said(), code, ended);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void says(String sentence) {
    assertTrue(said(), said().contains(sentence));
  }

  private void train(String work) {
    gradus(
        0,
        "run",
        "--input",
        logs,
        "--work",
        place(work),
        "--features",
        "bias,local,difficulty,recent",
        "--baselines",
        "none");
  }

  private void monitor(int code, LocalDate day) {
    gradus(
        code,
        "monitor",
        "--input",
        logs,
        "--work",
        place("monitor-work"),
        "--store",
        store,
        "--output",
        monitor,
        "--from",
        day.toString());
  }

  private double logLoss(LocalDate day) throws IOException {
    return MonitorFolder.at(monitor, new Configuration()).read(day).total().total().logLoss();
  }

  private long inForce() throws IOException {
    return ModelStore.at(new File(store).toPath()).versionInForce().number();
  }

  @Test
  public void driftIsNoticedTrainedAwayAndRolledBack() throws IOException {
    itIsTheEndOfDay(TRAINING_DAYS);
    train("work-1");
    gradus(0, "publish", "--work", place("work-1"), "--store", store);
    LocalDate day = FIRST.plusDays(TRAINING_DAYS);
    for (int quiet = 1; quiet <= 2; quiet++) {
      itIsTheEndOfDay(TRAINING_DAYS + quiet);
      monitor(0, day);
      day = day.plusDays(1);
    }
    itIsTheEndOfDay(DAYS);
    monitor(4, day);
    says("the rise of the log loss over that at training is 0.");
    final double surprised = logLoss(day);

    train("work-2");
    gradus(4, "publish", "--work", place("work-2"), "--store", store);
    says("the rise of the held-out log loss over that of v000001-");
    assertEquals(1, inForce());
    gradus(0, "publish", "--work", place("work-2"), "--store", store, "--force", "stricter grades");
    assertEquals(2, inForce());
    monitor(4, day);
    assertTrue(logLoss(day) + " after " + surprised, logLoss(day) < surprised - 0.01);

    gradus(0, "rollback", "--store", store);
    assertEquals(1, inForce());
    gradus(4, "publish", "--work", place("work-2"), "--store", store);
    says("has been rolled back");
    monitor(4, day);
    assertEquals(surprised, logLoss(day), 0);
    String page = place("dashboard.html");
    gradus(0, "dashboard", "--monitor", monitor, "--store", store, "--output", page);
    assertTrue(Files.readString(new File(page).toPath()).contains("v000001-"));
  }
}
