package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.census.Census;
import org.gradus.io.census.ExerciseCount;
import org.gradus.io.history.HistoryFiles;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;

/**
 * Histories of a small simulated class, and the datasets that the sort step would have written of
 * them.
 */
public final class SimulatedHistories {
  private SimulatedHistories() {}

  /** All students of a class in which each has about 40 attempts. */
  public static List<StudentHistory> of(int students, int exercises) {
    return of(
        new ClassOptions()
            .with(ClassOption.STUDENTS, students)
            .with(ClassOption.EXERCISES, exercises)
            .with(ClassOption.MEAN_ATTEMPTS, 40));
  }

  /** All students of a class. */
  public static List<StudentHistory> of(ClassOptions options) {
    SimulatedClass simulated = new SimulatedClass(options);
    List<StudentHistory> histories = new ArrayList<>();
    for (int i = 0; i < options.students(); i++) {
      List<Attempt> attempts =
          simulated.student(i).attempts().stream()
              .map(SimulatedAttempt::attempt)
              .collect(Collectors.toList());
      histories.add(new StudentHistory(simulated.student(i).id(), attempts));
    }
    return histories;
  }

  /**
   * The same histories as a log has them in which every other item needs a second exercise, and its
   * answers have a second row.
   */
  public static List<StudentHistory> withRepeats(List<StudentHistory> histories) {
    List<StudentHistory> repeated = new ArrayList<>();
    for (StudentHistory history : histories) {
      List<Attempt> attempts = new ArrayList<>();
      for (Attempt attempt : history.attempts()) {
        attempts.add(attempt);
        if (attempt.item().hashCode() % 2 == 0) {
          attempts.add(
              Attempt.on("also " + attempt.exercise())
                  .item(attempt.item())
                  .correct(attempt.correct())
                  .epochMillis(attempt.epochMillis())
                  .repeat(true)
                  .build());
        }
      }
      repeated.add(new StudentHistory(history.student(), attempts));
    }
    return repeated;
  }

  /** Gives a harness the histories, in so many files, and their census. */
  public static StepHarness give(StepHarness harness, List<StudentHistory> histories, int files)
      throws IOException {
    Configuration configuration = harness.configuration();
    Path data = harness.beside("data");
    return harness
        .given("histories", write(histories, new Path(data, "histories"), files, configuration))
        .given("census", census(histories, new Path(data, "census.jsonl"), configuration));
  }

  private static Path write(
      List<StudentHistory> histories, Path folder, int files, Configuration configuration)
      throws IOException {
    for (int file = 0; file < files; file++) {
      List<StudentHistory> part = new ArrayList<>();
      for (int i = file; i < histories.size(); i += files) {
        part.add(histories.get(i));
      }
      HistoryFiles.write(configuration, new Path(folder, "part-" + file + ".parquet"), part);
    }
    return folder;
  }

  private static Path census(List<StudentHistory> histories, Path file, Configuration configuration)
      throws IOException {
    Map<String, ExerciseCount> counts = new LinkedHashMap<>();
    for (StudentHistory history : histories) {
      Set<String> met = new LinkedHashSet<>();
      for (Attempt attempt : history.attempts()) {
        int newStudent = met.add(attempt.exercise()) ? 1 : 0;
        ExerciseCount one =
            new ExerciseCount(attempt.exercise(), 1, attempt.correct() ? 1 : 0, newStudent);
        counts.merge(attempt.exercise(), one, ExerciseCount::plus);
      }
    }
    new Census(counts.values()).write(configuration, file);
    return file;
  }
}
