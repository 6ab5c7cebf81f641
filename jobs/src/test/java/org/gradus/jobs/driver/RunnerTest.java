package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.json.JsonReader;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RunnerTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration settings = new Configuration();
  private Path log;
  private Path work;

  @Before
  public void makeALogAndSettings() throws IOException {
    log = folder.newFile("words.txt").toPath();
    Files.write(log, List.of("ant", "bee", "asp"));
    work = folder.getRoot().toPath().resolve("my work");
    LettersStep.LOG.set(settings, log.toString());
    RunKeys.WORK.set(settings, work.toString());
    RunKeys.BACK_OFF.set(settings, 0L);
    settings.setInt("mapreduce.task.io.sort.mb", 8);
  }

  private String run(Step total) throws IOException, InterruptedException {
    List<Step> steps = List.of(new LettersStep(), total);
    Plan plan = Plan.toward("report", steps, settings);
    return new Runner(settings, Progress.SILENT)
        .run(plan).stream()
            .map(outcome -> outcome.step() + " " + outcome.state())
            .collect(Collectors.joining(", "));
  }

  private String explain() throws IOException {
    List<Step> steps = List.of(new LettersStep(), new TotalStep());
    return new Runner(settings, Progress.SILENT)
        .explain(Plan.toward("report", steps, settings)).stream()
            .map(line -> line[1] + ": " + line[2])
            .collect(Collectors.joining("; "));
  }

  @Test
  public void secondRunSkipsAllAndLeavesNothingBehind() throws Exception {
    assertEquals("run: it has not run yet; run: it has not run yet", explain());
    assertFalse("explaining changes nothing", Files.exists(work));
    assertEquals("letters RUN, total RUN", run(new TotalStep()));
    assertEquals("letters SKIPPED, total SKIPPED", run(new TotalStep()));
    assertEquals("skip: up to date; skip: up to date", explain());
    assertEquals(
        "[.gradus, gradus.log, letters, total]",
        new TreeSet<>(Arrays.asList(work.toFile().list())).toString());
  }

  @Test
  public void whatAnotherFolderHasOfTheSameIsReadThere() throws Exception {
    run(new TotalStep());
    Path first = work;
    work = folder.getRoot().toPath().resolve("second");
    RunKeys.WORK.set(settings, work.toString());
    RunKeys.BASE.set(settings, "/nowhere, " + first);
    assertEquals("letters SKIPPED, total SKIPPED", run(new TotalStep()));
    Files.move(first.resolve("total"), first.resolve("gone"));
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep()));
    assertFalse(Files.exists(work.resolve("letters")));
    assertEquals(List.of("file:" + first), borrowedFrom("total"));
    assertTrue(Files.exists(work.resolve("total")));
    LettersStep.LEAST.set(settings, 1L);
    assertEquals("letters RUN, total RUN", run(new TotalStep()));
    assertEquals(List.of(), borrowedFrom("total"));
  }

  private Object borrowedFrom(String step) throws IOException {
    String manifest = Files.readString(work.resolve(step).resolve("manifest.json"));
    return JsonReader.readObject(manifest).get("borrowedFrom");
  }

  @Test
  public void aChangedSettingRunsItsStepAndThoseAfterIt() throws Exception {
    run(new TotalStep());
    LettersStep.LEAST.set(settings, 1L);
    assertEquals(
        "run: gradus.letters.least was '0' and is '1'; run: a step before it has changed",
        explain());
    assertEquals("letters RUN, total RUN", run(new TotalStep()));
  }

  /** Runs a step alone that has a setting in common with the one that it reads from. */
  private List<Long> alone() throws Exception {
    List<Long> seen = new ArrayList<>();
    Step reader =
        new StubStep(
            "echo",
            "letters",
            "echoes",
            context -> seen.add(LettersStep.LEAST.get(context.configuration()))) {
          @Override
          public List<Key<?>> keys() {
            return List.of(LettersStep.LEAST);
          }
        };
    Plan plan = Plan.only(reader, List.of(new LettersStep(), reader), settings);
    new Runner(settings, Progress.SILENT).run(plan);
    return seen;
  }

  @Test
  public void aStepAloneTakesOverWhatItsInputsWereMadeWith() throws Exception {
    LettersStep.LEAST.set(settings, 2L);
    run(new TotalStep());
    settings.unset(LettersStep.LEAST.name());
    assertEquals(List.of(2L), alone());
    assertEquals("nothing has changed", List.of(), alone());
    LettersStep.LEAST.set(settings, 1L);
    assertEquals("what is set stays", List.of(1L), alone());
    settings.unset(LettersStep.LEAST.name());
    assertEquals("a whole run has its own", "letters RUN, total RUN", run(new TotalStep()));
  }

  @Test
  public void changedInputRunsAllAgain() throws Exception {
    run(new TotalStep());
    Files.setLastModifiedTime(log, FileTime.fromMillis(1_000_000));
    assertEquals("run: input files have changed; run: a step before it has changed", explain());
    assertEquals("letters RUN, total RUN", run(new TotalStep()));
  }

  @Test
  public void anotherProgramRunsAllAgain() throws Exception {
    run(new TotalStep());
    Path manifest = work.resolve("letters/manifest.json");
    String byOlder =
        Files.readString(manifest)
            .replaceFirst("\"code\":\"[^\"]*", "\"code\":\"older")
            .replaceFirst("\"fingerprint\":\"[^\"]*", "\"fingerprint\":\"older");
    Files.writeString(manifest, byOlder);
    assertEquals("run: the program has changed; skip: up to date", explain());
  }

  @Test
  public void removedOutputIsMadeAgain() throws Exception {
    run(new TotalStep());
    for (File part : work.resolve("letters/counts").toFile().listFiles()) {
      assertTrue(part.delete());
    }
    Files.delete(work.resolve("letters/counts"));
    assertEquals("run: letters/counts has been removed; skip: up to date", explain());
  }

  @Test
  public void aFileThatIsGoneOrCutMakesItsStepRunAgain() throws Exception {
    run(new TotalStep());
    Path total = work.resolve("total/total.txt");
    byte[] whole = Files.readAllBytes(total);
    Files.delete(total);
    assertEquals("skip: up to date; run: total/total.txt has been removed", explain());
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep()));
    Files.write(total, Arrays.copyOf(whole, whole.length - 1));
    assertTrue(explain(), explain().endsWith("total.txt has another length than was written"));
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep()));
    assertEquals("letters SKIPPED, total SKIPPED", run(new TotalStep()));
  }

  @Test
  public void anOlderManifestThatTellsOfNoFilesStaysValid() throws Exception {
    run(new TotalStep());
    for (String step : List.of("letters", "total")) {
      Path manifest = work.resolve(step).resolve("manifest.json");
      String told = Files.readString(manifest);
      String older = told.replaceFirst("\"files\":\\{[^}]*},", "");
      assertNotEquals(told, older);
      Files.writeString(manifest, older);
    }
    assertEquals("letters SKIPPED, total SKIPPED", run(new TotalStep()));
  }

  @Test
  public void aFailureNamesStepReasonAndEvidenceAndTheNextRunResumes() throws Exception {
    TotalStep.BROKEN.set(settings, true);
    IOException failure = assertThrows(IOException.class, () -> run(new TotalStep()));
    assertEquals(
        String.format(
            "Step 'total' failed: the disk of TotalStep is full. What it had written is kept in"
                + " %1$s/total.failed, the details are in %1$s/gradus.log; when the cause is"
                + " mended, the same command resumes with this step.",
            work),
        failure.getMessage());
    assertTrue(Files.exists(work.resolve("total.failed/total/total.txt")));
    assertTrue(Files.readString(work.resolve("gradus.log")).contains("at org.gradus"));
    TotalStep.BROKEN.set(settings, false);
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep()));
    assertFalse(Files.exists(work.resolve("total.failed")));
  }

  @Test
  public void aFailureKeepsTheOutputOfTheRunBefore() throws Exception {
    run(new TotalStep());
    TotalStep.BROKEN.set(settings, true);
    assertThrows(IOException.class, () -> run(new TotalStep()));
    assertTrue(Files.exists(work.resolve("total/manifest.json")));
  }

  @Test
  public void aFailedJobIsNamedWithItsReason() throws Exception {
    Files.write(log, List.of("ant", "bug"));
    IOException failure = assertThrows(IOException.class, () -> run(new TotalStep()));
    assertTrue(
        failure.getMessage(),
        failure
            .getMessage()
            .matches(
                "Step 'letters' failed: job 'gradus letters: count' \\(job_local\\d+_\\d+\\)"
                    + " failed: IllegalStateException: a bug at offset 4\\. What .*"));
  }

  @Test
  public void refusalsOfTheDataPassThroughAndAreNotTriedAgain() throws Exception {
    Files.write(log, List.of("ant", "bad data"));
    RunKeys.ATTEMPTS.set(settings, 5L);
    DataException refusal = assertThrows(DataException.class, () -> run(new TotalStep()));
    assertEquals("Line 'bad data' at offset 4 cannot be used.", refusal.getMessage());
  }

  @Test
  public void allStepsAreValidatedBeforeTheFirstRuns() {
    LettersStep.LOG.set(settings, "");
    assertThrows(SettingsException.class, () -> run(new TotalStep()));
    assertFalse(Files.exists(work));
  }

  @Test
  public void anOptionalStepFailsSoftly() throws Exception {
    assertEquals("letters RUN, total FAILED", run(new TotalStep(true, 1)));
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep(true, 0)));
  }

  @Test
  public void aFailedStepIsTriedAgainAsOftenAsIsSet() throws Exception {
    RunKeys.ATTEMPTS.set(settings, 3L);
    assertThrows(IOException.class, () -> run(new TotalStep(false, 3)));
    assertEquals("letters SKIPPED, total RUN", run(new TotalStep(false, 2)));
  }

  @Test
  public void aStepAloneNeedsWhatItReads() throws Exception {
    Step total = new TotalStep();
    Plan plan = Plan.only(total, List.of(new LettersStep(), total), settings);
    SettingsException refusal =
        assertThrows(
            SettingsException.class, () -> new Runner(settings, Progress.SILENT).run(plan));
    assertEquals(
        "Step 'total' reads 'letters', which is not in "
            + work
            + ": run 'gradus letters' first, or 'gradus run' for all.",
        refusal.getMessage());
  }

  @Test
  public void aFolderOfSomebodyElseIsRefused() throws Exception {
    Files.createDirectories(work);
    Files.writeString(work.resolve("thesis.doc"), "years of work");
    SettingsException refusal = assertThrows(SettingsException.class, () -> run(new TotalStep()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("in use by something else"));
    assertEquals(List.of("thesis.doc"), Arrays.asList(work.toFile().list()));
  }

  @Test
  public void aFileInPlaceOfTheFolderIsRefused() throws Exception {
    Files.writeString(work, "a file");
    IOException refusal = assertThrows(IOException.class, () -> run(new TotalStep()));
    assertTrue(
        refusal.getMessage(),
        refusal.getMessage().startsWith("Work folder " + work + " cannot be used: "));
  }

  @Test
  public void theManifestTellsCountersAndFigures() throws Exception {
    run(new TotalStep());
    String letters = Files.readString(work.resolve("letters/manifest.json"));
    assertTrue(letters, letters.matches("(?s).*\"cpuSeconds\":0*[1-9.][0-9.]*,.*"));
    assertTrue(letters, letters.matches("(?s).*\"bytesWritten\":[1-9][0-9]*,.*"));
    assertTrue(letters, letters.contains("\"letters\":{\"LINES\":3}"));
    assertTrue(letters, letters.contains("\"figures\":{\"lines\":3}"));
  }

  @Test
  public void processorTimeIsNotToldWhereOtherStepsMayHaveTakenIt() throws Exception {
    RunKeys.HEAP_SHARE.set(settings, 0.5);
    run(new TotalStep());
    assertFalse(Files.readString(work.resolve("letters/manifest.json")).contains("cpuSeconds"));
    RunKeys.HEAP_SHARE.set(settings, 1.0);
    RunKeys.STEPS_AT_ONCE.set(settings, 2L);
    LettersStep.LEAST.set(settings, 1L);
    run(new TotalStep());
    assertFalse(Files.readString(work.resolve("letters/manifest.json")).contains("cpuSeconds"));
  }
}
