package org.gradus.jobs.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.gradus.io.key.PairKey;
import org.gradus.io.log.LogInputFormat;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.Trail;
import org.gradus.model.difficulty.TransitionCounts;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DifficultyTasksTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static StudentHistory student(String id, String fold) {
    return new StudentHistory(
        id,
        List.of(
            Attempt.on("e").item("a").correct(true).fold(fold).build(),
            Attempt.on("e").item("a").build(),
            Attempt.on("f").correct(true).build()));
  }

  private StepHarness run(String features, long transitions) throws Exception {
    StepHarness harness =
        new StepHarness(folder.getRoot())
            .with("mapreduce.job.reduces", "1")
            .with(ExampleMapper.FEATURES, features)
            .with(DifficultyStep.TRANSITIONS, transitions)
            .with(LogInputFormat.FOLD_COLUMN, "fold")
            .with(StudentSplit.TEST_FOLD, "test");
    List<StudentHistory> students =
        List.of(student("1", "train"), student("2", "test"), student("3", "train"));
    return SimulatedHistories.give(harness, students, 2).run(new DifficultyStep());
  }

  /** Of two folds, {@code a} and {@code b}, or with one of them or nobody held out. */
  private StepHarness folds(String name, String heldOut) throws Exception {
    return folds(name, heldOut, new DifficultyStep());
  }

  private StepHarness folds(String name, String heldOut, DifficultyStep step) throws Exception {
    StepHarness harness =
        new StepHarness(folder.newFolder(name))
            .with(ExampleMapper.FEATURES, "difficulty,transitions")
            .with(LogInputFormat.FOLD_COLUMN, "fold");
    if (heldOut.equals("--folds")) {
      harness.with(StudentSplit.FOLDS, "a,b");
    } else {
      harness.with(StudentSplit.TEST_FOLD, heldOut);
    }
    StudentHistory other =
        new StudentHistory(
            "4",
            List.of(
                Attempt.on("e").item("a").fold("b").build(),
                Attempt.on("g").item("c").correct(true).build(),
                Attempt.on("f").build()));
    List<StudentHistory> students =
        List.of(student("1", "a"), student("2", "b"), student("3", "a"), other);
    return SimulatedHistories.give(harness, students, 2).run(step);
  }

  private static List<String> lines(StepHarness harness, String variant) throws IOException {
    List<String> all = new ArrayList<>();
    Path folder = new Path(harness.output("difficulty"), variant);
    for (Path part : DifficultyFiles.parts(folder, harness.configuration())) {
      try (BufferedReader lines = DifficultyFiles.open(part, harness.configuration())) {
        lines.lines().forEach(all::add);
      }
    }
    assertFalse(all.isEmpty());
    Collections.sort(all);
    return all;
  }

  @Test
  public void onlyTrainingStudentsAreCounted() throws Exception {
    StepHarness harness = run("difficulty", 100);
    Path part = new Path(harness.output("difficulty"), "holdout/part-r-00000.gz");
    try (BufferedReader lines = DifficultyFiles.open(part, harness.configuration())) {
      assertEquals("{\"exercise\":\"e\",\"items\":[[\"a\",2,4]]}", lines.readLine());
      assertEquals("{\"exercise\":\"f\",\"items\":[[\"\",2,2]]}", lines.readLine());
      assertNull(lines.readLine());
    }
    assertEquals(6L, harness.figures().get("training attempts"));
    assertEquals(0L, harness.figures().get("transitions"));
  }

  /** Students 1 to 4, of whom each fold has two. */
  @Test
  public void foldsCountedAtOnceAreTheFoldsCountedOneByOne() throws Exception {
    StepHarness all = folds("all", "--folds");
    assertEquals(12L, all.figures().get("training attempts"));
    assertEquals(12L, all.figures().get("transitions"));
    Path folder = all.output("difficulty");
    assertEquals(lines(folds("a", "a"), "holdout"), lines(all, "fold-1"));
    assertEquals(lines(folds("b", "b"), "holdout"), lines(all, "fold-2"));
    assertNotEquals(lines(all, "fold-1"), lines(all, "fold-2"));
    assertEquals(lines(folds("none", "none"), "holdout"), lines(all, "everybody"));
    FileSystem files = folder.getFileSystem(all.configuration());
    assertFalse(files.exists(new Path(folder, "part-r-00000.gz")));
  }

  @Test
  public void variantsThatAreTooMuchForOneReducerAreCountedInJobsOfTheirOwn() throws Exception {
    StepHarness one = folds("one", "--folds");
    StepHarness three = folds("three", "--folds", new DifficultyStep(1));
    assertEquals(1, one.jobs());
    assertEquals(3, three.jobs());
    for (String variant : List.of("fold-1", "fold-2", "everybody")) {
      assertEquals(lines(one, variant), lines(three, variant));
    }
    assertEquals(one.figures(), three.figures());
  }

  /** The largest exercise has 7 attempts, hence at most 42 transitions. */
  @Test
  public void asManyVariantsAreCountedAtOnceAsFit() throws Exception {
    long packed = 7 * 6 * MostAnswered.BYTES;
    long two = 2 * (packed + VariantFiles.BYTES) + packed;
    assertEquals(2, folds("two", "--folds", new DifficultyStep(two)).jobs());
    assertEquals(3, folds("less", "--folds", new DifficultyStep(two - 1)).jobs());
  }

  /** Three attempts on two exercises, with two items and seven transitions. */
  @Test
  public void aSecondHistoryOfTheSameTakesNoMemory() {
    PendingCounts pending = new PendingCounts();
    for (String id : List.of("1", "3")) {
      student(id, "").attempts().forEach(pending::addItem);
      Trail.walk(student(id, ""), pending::addTransitions);
      assertEquals(2 * (300 + 64 * 32) + 2 * 150, pending.bytes());
    }
  }

  @Test
  public void tablesOfTransitionsThatGrowTakeMoreMemory() {
    PendingCounts pending = new PendingCounts();
    Attempt attempt = Attempt.on("e").build();
    for (long key = 1; key <= 100; key++) {
      pending.addTransitions(attempt, new long[] {key, Trail.NONE});
    }
    assertEquals(300 + 256 * 32, pending.bytes());
  }

  /** Second answer on e: three of items, two of exercises. First on e: one. First on f: two. */
  @Test
  public void transitionsAreCountedWhereFeaturesNeedThemAndAsManyAsAllowed() throws Exception {
    assertEquals(7L, run("difficulty,transitions", 100).figures().get("transitions"));
  }

  @Test
  public void transitionsAreBounded() throws Exception {
    assertEquals(3L, run("difficulty,transitions", 3).figures().get("transitions"));
  }

  @Test
  public void theMostAnsweredTransitionsAreKept() {
    MostAnswered most = new MostAnswered(2);
    most.add(5, 1, 2);
    most.add(-1, 3, 3);
    most.add(4, 0, 2);
    TransitionCounts expected = new TransitionCounts();
    expected.add(-1, 3, 3);
    expected.add(4, 0, 2);
    assertEquals(expected.pack(), most.counts().pack());
  }

  @Test
  public void keysOfTransitionsAreReadAsTheyWereWritten() {
    for (long key : new long[] {1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      String text = CountedText.ofTransition(key);
      assertEquals(key, CountedText.transition(text));
      assertTrue(CountedText.ofItem("t").compareTo(text) < 0);
    }
  }

  private static CountsWritable counts(String variants, long corrects, long attempts) {
    BitSet counted = new BitSet();
    for (int v = 0; v < variants.length(); v++) {
      counted.set(v, variants.charAt(v) == '+');
    }
    return new CountsWritable(variants.length(), counted, corrects, attempts);
  }

  /** MRUnit passes values on as bytes, as the shuffle does. */
  @Test
  public void theCombinerSumsForEachVariant() throws IOException {
    CountsWritable sum = counts("++-", 3, 3);
    sum.add(counts("-++", 1, 2));
    assertEquals("[3, 4, 1]/[3, 5, 2]", sum.toString());
    ReduceDriver.newReduceDriver(new DifficultyCombiner())
        .withInput(new PairKey("e", "a"), List.of(counts("-++", 1, 2), counts("++-", 3, 3)))
        .withOutput(new PairKey("e", "a"), sum)
        .runTest();
  }
}
