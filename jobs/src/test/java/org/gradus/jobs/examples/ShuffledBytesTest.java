package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The bytes that reducers really get, on LocalJobRunner. */
public class ShuffledBytesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private StepHarness prepared(String features) throws IOException, InterruptedException {
    ClassOptions options =
        new ClassOptions()
            .with(ClassOption.STUDENTS, 300)
            .with(ClassOption.EXERCISES, 2000)
            .with(ClassOption.MEAN_ATTEMPTS, 150)
            .with(ClassOption.SKEW, 1.1);
    List<StudentHistory> histories = SimulatedHistories.of(options);
    File work = folder.newFolder();
    Path data = new Path(new File(work, "data").getAbsolutePath());
    StepHarness harness = new StepHarness(work).with(ExampleMapper.FEATURES, features);
    Configuration settings = harness.configuration();
    return harness
        .given(
            "histories",
            SimulatedHistories.write(histories, new Path(data, "histories"), 2, settings))
        .given(
            "census",
            SimulatedHistories.census(histories, new Path(data, "census.jsonl"), settings))
        .run(new DifficultyStep());
  }

  @Test
  public void ofAZipfClassEachGetsAboutTheSame() throws Exception {
    for (String features : List.of("gradus", "khan")) {
      StepHarness harness = prepared(features).run(new ShuffleCountingStep(5));
      LongSummaryStatistics bytes =
          harness.figures().values().stream().mapToLong(n -> (Long) n).summaryStatistics();
      double imbalance = bytes.getMax() / bytes.getAverage();
      System.out.printf(
          "%s: bytes of reducers %s, heaviest / mean = %.3f%n",
          features, harness.figures().values(), imbalance);
      assertEquals(5, bytes.getCount());
      assertTrue(features + " " + harness.figures(), imbalance <= 1.3);
    }
  }
}
