package org.gradus.jobs.features;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The features step on LocalJobRunner, read back with Parquet's own generic reader. */
public class FeaturesStepTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<StudentHistory> histories = SimulatedHistories.of(60, 9);
  private final Map<String, String> shardOfExercise = new HashMap<>();
  private int rows;
  private double stateLength;

  @Test
  public void everyAttemptIsInOneShardWithItsExercise() throws Exception {
    StepHarness harness =
        new StepHarness(folder.getRoot())
            .with("mapreduce.job.reduces", "3")
            .with(ExampleMapper.FEATURES, "khan");
    SimulatedHistories.give(harness, histories, 2).run(new FeaturesStep());
    Path shards = harness.output("training-shards");
    for (FileStatus file :
        shards.getFileSystem(harness.configuration()).globStatus(new Path(shards, "part-*"))) {
      read(file.getPath(), harness.configuration());
    }
    int attempts = histories.stream().mapToInt(history -> history.attempts().size()).sum();
    assertEquals(attempts, rows);
    assertEquals(9, shardOfExercise.size());
    assertEquals(3, shardOfExercise.values().stream().distinct().count());
    assertTrue("no knowledge state came through", stateLength > 0);
  }

  private void read(Path file, Configuration configuration) throws IOException {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(configuration).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows++;
        String other = shardOfExercise.put(row.getString("exercise", 0), file.getName());
        if (other != null) {
          assertEquals(other, file.getName());
        }
        assertEquals(1, row.getFloat("bias", 0), 0f);
        check(row);
      }
    }
  }

  private void check(Group row) {
    boolean isFirst = row.getInteger("opportunity", 0) == 1;
    assertEquals(
        isFirst,
        row.getFloat("ewma_3", 0) == 0.9f
            && row.getFloat("log_num_missed", 0) == 0
            && row.getFloat("current_streak", 0) == 0);
    stateLength += Math.abs(row.getFloat("state_99", 0));
  }
}
