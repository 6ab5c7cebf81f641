package org.gradus.jobs.examples;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
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

  private static List<StudentHistory> simulated(int exercises, double skew) {
    return SimulatedHistories.of(
        new ClassOptions()
            .with(ClassOption.STUDENTS, 300)
            .with(ClassOption.EXERCISES, exercises)
            .with(ClassOption.MEAN_ATTEMPTS, 150)
            .with(ClassOption.SKEW, skew));
  }

  private StepHarness prepared(List<StudentHistory> histories, String features)
      throws IOException, InterruptedException {
    File work = folder.newFolder();
    StepHarness harness = new StepHarness(work).with(ExampleMapper.FEATURES, features);
    return SimulatedHistories.give(harness, histories, 2).run(new DifficultyStep());
  }

  @Test
  public void ofAZipfClassEachGetsAboutTheSame() throws Exception {
    for (String features : List.of("gradus", "khan")) {
      StepHarness harness = prepared(simulated(2000, 1.1), features);
      double imbalance = imbalance("Zipf, " + features, harness.run(new ShuffleCountingStep(5)));
      assertTrue(features + " " + harness.figures(), imbalance <= 1.3);
    }
  }

  /** Bytes of the heaviest of five reducers, over the mean. */
  private static double imbalance(String what, StepHarness counted) {
    LongSummaryStatistics bytes =
        counted.figures().values().stream().mapToLong(n -> (Long) n).summaryStatistics();
    double imbalance = bytes.getMax() / bytes.getAverage();
    System.out.printf(
        "%s: bytes of reducers %s, heaviest / mean = %.3f%n",
        what, counted.figures().values(), imbalance);
    assertEquals(5, bytes.getCount());
    return imbalance;
  }

  @Test
  public void heldOutRowsOfAHugeExerciseThatIsFittedInRoundsAreShared() throws Exception {
    List<StudentHistory> histories = simulated(20, 2);
    StepHarness harness = prepared(histories, "gradus");
    Map<String, Long> training = trainingRows(histories, harness.configuration());
    double share = training.get("exercise-001") / (double) sum(training);
    System.out.printf("one exercise has %.3f of %d training rows%n", share, sum(training));
    assertTrue("one exercise has " + share, share > 0.55);
    File fitted = new File(folder.newFolder(), "fitted.json");
    harness.with(ExampleMapper.FITTED, fitted.getAbsolutePath());
    training.values().removeIf(rows -> rows < 2000);
    Map<String, Object> json = new TreeMap<>();
    training.forEach((exercise, rows) -> json.put(exercise, Map.of("rows", rows)));
    JsonFile.write(
        Map.of("exercises", json), new Path(fitted.getAbsolutePath()), harness.configuration());
    double whole = imbalance("one reducer scores it", harness.run(new ShuffleCountingStep(5)));
    assertTrue("the class is not skewed: " + whole, whole > 1.5);
    harness.with(ExerciseRows.MOST_IN_A_PART, "500");
    double parts = imbalance("several score it", harness.run(new ShuffleCountingStep(5)));
    assertTrue("in parts " + parts, parts <= 1.3);
  }

  private static Map<String, Long> trainingRows(
      List<StudentHistory> histories, Configuration settings) {
    StudentSplit split = StudentSplit.of(settings);
    Map<String, Long> rows = new TreeMap<>();
    histories.stream()
        .filter(history -> split.roleOf(history) == StudentSplit.Role.TRAINING)
        .flatMap(history -> history.attempts().stream())
        .forEach(attempt -> rows.merge(attempt.exercise(), 1L, Long::sum));
    return rows;
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
