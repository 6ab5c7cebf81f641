package org.gradus.jobs.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
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
    String data = folder.getRoot().getAbsolutePath();
    List<StudentHistory> students =
        List.of(student("1", "train"), student("2", "test"), student("3", "train"));
    Path histories =
        SimulatedHistories.write(students, new Path(data, "histories"), 2, harness.configuration());
    harness.given("histories", histories);
    harness.given(
        "census",
        SimulatedHistories.census(
            students, new Path(data, "census.jsonl"), harness.configuration()));
    return harness.run(new DifficultyStep());
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

  @Test
  public void aSecondHistoryOfTheSameAddsNoCounts() {
    PendingCounts pending = new PendingCounts();
    for (String id : List.of("1", "3")) {
      student(id, "").attempts().forEach(pending::addItem);
      Trail.walk(student(id, ""), pending::addTransitions);
      assertEquals(2 + 7, pending.size());
    }
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
    most.add(5, new CountsWritable(1, 2));
    most.add(-1, new CountsWritable(3, 3));
    most.add(4, new CountsWritable(0, 2));
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

  @Test
  public void theCombinerSums() throws IOException {
    ReduceDriver.newReduceDriver(new DifficultyCombiner())
        .withInput(
            new PairKey("e", "a"), List.of(new CountsWritable(1, 2), new CountsWritable(3, 3)))
        .withOutput(new PairKey("e", "a"), new CountsWritable(4, 5))
        .runTest();
  }

  @Test
  public void theReducerWritesOneLinePerExercise() throws IOException {
    ReduceDriver<PairKey, CountsWritable, NullWritable, Text> driver =
        ReduceDriver.newReduceDriver(new DifficultyReducer());
    driver.withInput(
        new PairKey("e", "ia"), List.of(new CountsWritable(1, 2), new CountsWritable(3, 3)));
    assertEquals(
        "{\"exercise\":\"e\",\"items\":[[\"a\",4,5]]}", driver.run().get(0).getSecond().toString());
    assertEquals(
        5, driver.getCounters().findCounter(DifficultyCounter.ATTEMPTS_WRITTEN).getValue());
  }
}
