package org.gradus.jobs.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.io.history.HistoryFiles;
import org.gradus.io.log.LogInputFormat;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.sort.SortStep;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.json.JsonReader;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedStudent;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The sort finds the dirt that was planted, no more and no less, and the class beneath it. */
public class DirtFoundTest {
  private static final ClassOptions OPTIONS =
      new ClassOptions().with(ClassOption.STUDENTS, 80).with(ClassOption.PROBLEM_TYPES, 2);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String generate() throws Exception {
    String log = new File(folder.getRoot(), "class").getAbsolutePath();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String arguments = "generate --students 80 --problem-types 2 --shards 3 --dirt 0.6 --output ";
    int exit = new Gradus(Installed.onClassPath(), out, out).run((arguments + log).split(" ", -1));
    assertEquals(said.toString(StandardCharsets.UTF_8), 0, exit);
    return log;
  }

  @Test
  @SuppressWarnings("unchecked")
  public void countersAreWhatWasPlantedAndHistoriesAreTheClass() throws Exception {
    String log = generate();
    Map<String, Object> truth =
        JsonReader.readObject(Files.readString(new File(log, "_truth/truth.json").toPath()));
    Map<String, Object> dirt = (Map<String, Object>) truth.get("dirt");
    StepHarness harness =
        new StepHarness(folder.getRoot())
            .with(LogInputFormat.INPUT, log)
            .with(SortStep.MAX_BAD_FRACTION, 0.5)
            .run(new SortStep());
    Map<String, Object> figures = harness.figures();
    assertEquals(truth.get("lines"), figures.get("lines read"));
    assertEquals(truth.get("attempts"), figures.get("attempts kept"));
    assertEquals(dirt.get("duplicate"), figures.get("duplicates dropped"));
    assertEquals(dirt.get("malformed"), figures.get("lines quarantined"));
    for (String kind : List.of("too_few_fields", "bad_correct", "bad_time", "empty_student")) {
      assertTrue(kind, (long) dirt.get(kind) > 100);
      assertEquals(
          dirt.get(kind), figures.get("quarantined: " + kind.toUpperCase(java.util.Locale.ROOT)));
    }
    Map<String, StudentHistory> sorted = new TreeMap<>();
    HistoryFiles.forEach(
        harness.configuration(),
        harness.output("histories"),
        history -> sorted.put(history.student(), history));
    assertEquals(OPTIONS.students(), sorted.size());
    SimulatedClass simulated = new SimulatedClass(OPTIONS);
    for (int i = 0; i < OPTIONS.students(); i++) {
      assertSame(simulated.student(i), sorted.get(simulated.student(i).id()));
    }
  }

  private static void assertSame(SimulatedStudent student, StudentHistory history) {
    List<SimulatedAttempt> attempts = student.attempts();
    assertEquals(attempts.size(), history.attempts().size());
    for (int i = 0; i < attempts.size(); i++) {
      assertEquals(attempts.get(i).attempt(), history.attempts().get(i));
    }
  }
}
