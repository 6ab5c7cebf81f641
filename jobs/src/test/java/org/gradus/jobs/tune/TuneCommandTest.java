package org.gradus.jobs.tune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TuneCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** A log in which a third of the students are test students; their answers may be turned. */
  private Path log(String name, boolean turned) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("student_id,exercise_id,problem_id,correct,order_id,split"));
    List<StudentHistory> histories = SimulatedHistories.of(45, 3);
    for (int i = 0; i < histories.size(); i++) {
      boolean test = i % 3 == 0;
      for (Attempt attempt : histories.get(i).attempts()) {
        boolean correct = attempt.correct() ^ (test && turned);
        lines.add(
            String.join(
                ",",
                histories.get(i).student(),
                attempt.exercise(),
                attempt.item(),
                correct ? "1" : "0",
                Integer.toString(lines.size()),
                test ? "test" : "train"));
      }
    }
    return Files.write(folder.getRoot().toPath().resolve(name), lines);
  }

  private int tune(Path log, Path work, String grid) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), out, out)
        .run(
            "tune",
            "-Dmapreduce.task.io.sort.mb=8",
            "--input=" + log,
            "--work=" + work,
            "--features=bias,local,difficulty",
            "--fold-column=split",
            "--test-fold=test",
            "--tuning-folds=2",
            "--grid=" + grid);
  }

  private void tuned(Path log, Path work, String grid) {
    int exit = tune(log, work, grid);
    assertEquals(said.toString(StandardCharsets.UTF_8), 0, exit);
  }

  private static List<String> files(Path work) throws IOException {
    return List.of(
        Files.readString(work.resolve("tune/candidates.csv")),
        Files.readString(work.resolve("tune/tuned.xml")));
  }

  @Test
  public void testStudentsHaveNoSayAndASecondRunTrainsNothing() throws Exception {
    Path work = folder.getRoot().toPath().resolve("work");
    String grid = "gradus.difficulty.item-strength=1,500";
    Path log = log("log.csv", false);
    tuned(log, work, grid);
    List<String> first = files(work);
    assertEquals("as set, and two more", 4, first.get(0).lines().count());
    assertTrue(
        said.toString(StandardCharsets.UTF_8),
        said.toString(StandardCharsets.UTF_8).contains("3 candidates x 2 folds"));
    assertTrue(first.get(1), first.get(1).contains("gradus.difficulty.item-strength"));
    Path evaluation = evaluationOfACandidate(work);
    FileTime before = Files.getLastModifiedTime(evaluation);
    tuned(log, work, grid);
    assertEquals(before, Files.getLastModifiedTime(evaluation));

    Path other = folder.getRoot().toPath().resolve("other");
    tuned(log("turned.csv", true), other, grid);
    assertNotEquals(
        "the logs differ",
        Files.readString(folder.getRoot().toPath().resolve("log.csv")),
        Files.readString(folder.getRoot().toPath().resolve("turned.csv")));
    assertEquals(first, files(other));
  }

  private static Path evaluationOfACandidate(Path work) throws IOException {
    try (Stream<Path> found = Files.walk(work.resolve("tune"))) {
      return found.filter(path -> path.endsWith("overall.json")).findFirst().get();
    }
  }

  @Test
  public void crossValidationLeavesNobodyToKeepOutOfTheChoice() throws Exception {
    Configuration settings = new Configuration();
    LogInputFormat.FOLD_COLUMN.set(settings, "split");
    StudentSplit.FOLDS.set(settings, "3");
    StudentSplit.TUNING_FOLDS.set(settings, 2L);
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> StudentSplit.validate(settings));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("--holdout"));
  }

  @Test
  public void anUnknownSettingIsRefusedBeforeAnythingRuns() {
    Path work = folder.getRoot().toPath().resolve("work");
    int exit = tune(Path.of("nowhere.csv"), work, "gradus.train.rigde=1,2");
    assertEquals(2, exit);
    assertTrue(
        said.toString(StandardCharsets.UTF_8),
        said.toString(StandardCharsets.UTF_8).contains("gradus.train.rigde"));
  }
}
