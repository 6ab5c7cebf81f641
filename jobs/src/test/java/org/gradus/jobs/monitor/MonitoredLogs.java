package org.gradus.jobs.monitor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** Logs of which everything is known, and the command from outside on them. */
public abstract class MonitoredLogs {
  static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final String COLUMNS = "student_id,exercise_id,problem_id,correct,timestamp\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> rows = new ArrayList<>();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private File logs;
  String store;
  String output;

  @Before
  public void nameThePlaces() throws IOException {
    logs = folder.newFolder("logs");
    store = new CoinStore(new File(folder.getRoot(), "store")).write();
    output = new File(folder.getRoot(), "monitor").getPath();
  }

  void answer(String student, String exercise, String item, boolean correct, String time) {
    String quoted = '"' + exercise.replace("\"", "\"\"") + '"';
    rows.add(String.join(",", student, quoted, item, correct ? "1" : "0", time));
  }

  /** So many answers of a day, every other one correct, to two items in turn, at their own hour. */
  void answers(String exercise, LocalDate date, int number) {
    int hour = exercise.length();
    for (int i = 0; i < number; i++) {
      String student = "s" + i % 50;
      String time = String.format("%sT%02d:%02d:%02dZ", date, hour, i / 60, i % 60);
      answer(student, exercise, i % 4 < 2 ? "easy" : "hard", i % 2 == 0, time);
    }
  }

  void write(int files) throws IOException {
    for (File old : logs.listFiles()) {
      Files.delete(old.toPath());
    }
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder(COLUMNS);
      for (int i = file; i < rows.size(); i += files) {
        text.append(rows.get(i)).append('\n');
      }
      Files.writeString(new File(logs, "log-" + file + ".csv").toPath(), text);
    }
  }

  int monitor(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("monitor", "--input", logs.getPath()));
    arguments.addAll(List.of("--work", new File(folder.getRoot(), "work").getPath()));
    arguments.addAll(List.of("--store", store, "--output", output));
    arguments.addAll(Arrays.asList(more));
    out.reset();
    err.reset();
    return new Gradus(Installed.onClassPath(), stream(out), stream(err))
        .run(arguments.toArray(new String[0]));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  MonitorFolder monitored() throws IOException {
    return MonitorFolder.at(output, new Configuration());
  }

  String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  void refuses(int code, String sentence, String... more) throws IOException {
    assertEquals(said(err) + said(out), code, monitor(more));
    assertTrue(said(err), said(err).contains(sentence));
    assertEquals(said(err), 1, said(err).lines().count());
  }
}
