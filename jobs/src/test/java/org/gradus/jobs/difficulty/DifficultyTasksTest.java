package org.gradus.jobs.difficulty;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

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
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
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

  @Test
  public void onlyTrainingStudentsAreCounted() throws Exception {
    StepHarness harness =
        new StepHarness(folder.getRoot())
            .with("mapreduce.job.reduces", "1")
            .with(LogInputFormat.FOLD_COLUMN, "fold")
            .with(StudentSplit.TEST_FOLD, "test");
    Path histories = new Path(folder.getRoot().getAbsolutePath(), "histories");
    List<StudentHistory> students =
        List.of(student("1", "train"), student("2", "test"), student("3", "train"));
    harness.given(
        "histories", SimulatedHistories.write(students, histories, 2, harness.configuration()));
    harness.run(new DifficultyStep());
    Path part = new Path(harness.output("difficulty"), "holdout/part-r-00000.gz");
    try (BufferedReader lines = DifficultyFiles.open(part, harness.configuration())) {
      assertEquals("{\"exercise\":\"e\",\"items\":[[\"a\",2,4]]}", lines.readLine());
      assertEquals("{\"exercise\":\"f\",\"items\":[[\"\",2,2]]}", lines.readLine());
      assertNull(lines.readLine());
    }
    assertEquals(6L, harness.figures().get("training attempts"));
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
        new PairKey("e", "a"), List.of(new CountsWritable(1, 2), new CountsWritable(3, 3)));
    assertEquals(
        "{\"exercise\":\"e\",\"items\":[[\"a\",4,5]]}", driver.run().get(0).getSecond().toString());
    assertEquals(
        5, driver.getCounters().findCounter(DifficultyCounter.ATTEMPTS_WRITTEN).getValue());
  }
}
