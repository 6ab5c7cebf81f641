package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One exercise a row; metrics are of held-out attempts, empty where undefined. After the model's
 * come the baseline that did best there, then log loss and AUC of each published baseline.
 */
final class ExerciseTable {
  private static final List<String> COLUMNS =
      List.of(
          "exercise",
          "fit",
          "training_attempts",
          "training_share_correct",
          "iterations",
          "attempts",
          "share_correct",
          "mean_prediction",
          "log_loss",
          "baseline_log_loss",
          "log_loss_gain",
          "auc",
          "rmse",
          "accuracy",
          "best_baseline",
          "best_baseline_log_loss",
          "best_baseline_gain");

  private ExerciseTable() {}

  static String of(List<ExerciseResult> exercises) {
    List<String> published = published(exercises);
    List<String> columns = new ArrayList<>(COLUMNS);
    for (String name : published) {
      columns.add(name.replace('-', '_') + "_log_loss");
      columns.add(name.replace('-', '_') + "_auc");
    }
    CsvTable table = new CsvTable(columns.toArray(new String[0]));
    for (ExerciseResult exercise : exercises) {
      List<Object> cells = new ArrayList<>(cells(exercise));
      for (String name : published) {
        cells.add(exercise.baseline(name).logLoss);
        cells.add(exercise.baseline(name).auc);
      }
      table.row(cells.toArray());
    }
    return table.text();
  }

  /** All baselines but the exercise's mean, whose log loss has a column and whose AUC is a half. */
  private static List<String> published(List<ExerciseResult> exercises) {
    return exercises.stream()
        .flatMap(exercise -> exercise.baselines.stream())
        .map(baseline -> baseline.name)
        .filter(name -> !name.equals(ExerciseResult.EXERCISE_MEAN))
        .distinct()
        .collect(Collectors.toList());
  }

  private static List<Object> cells(ExerciseResult exercise) {
    return List.of(
        exercise.exercise,
        exercise.fit(),
        exercise.trainingAttempts,
        exercise.trainingShareCorrect(),
        exercise.iterations,
        exercise.attempts,
        exercise.shareCorrect(),
        exercise.meanProbability,
        exercise.logLoss,
        exercise.baselineLogLoss,
        exercise.gain(),
        exercise.auc,
        exercise.rmse,
        exercise.accuracy,
        exercise.attempts == 0 ? "" : exercise.bestBaseline().name,
        exercise.bestBaseline().logLoss,
        exercise.gainOverBest());
  }
}
