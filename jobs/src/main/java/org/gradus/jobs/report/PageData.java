package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.evaluate.PredictionSums;

/** What the page's script draws, as JSON: rows are arrays, to keep the page small. */
final class PageData {
  private static final double DIGITS = 1e4;

  private PageData() {}

  static Map<String, Object> of(
      Results results, List<ExerciseResult> shown, Map<String, String> tables, long minAttempts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("minAttempts", minAttempts);
    data.put("calibration", sums(results.model().calibration()));
    data.put("opportunity", sums(results.model().byOpportunity()));
    data.put("exercises", exercises(shown));
    data.put("tables", tables);
    return data;
  }

  /** Attempts, mean prediction and share correct of each bin. */
  private static List<Object> sums(List<PredictionSums> bins) {
    List<Object> rows = new ArrayList<>();
    for (PredictionSums bin : bins) {
      rows.add(
          new double[] {
            bin.attempts(), rounded(bin.meanProbability()), rounded(bin.shareCorrect())
          });
    }
    return rows;
  }

  private static List<Object> exercises(List<ExerciseResult> exercises) {
    List<Object> rows = new ArrayList<>();
    for (ExerciseResult exercise : exercises) {
      List<Object> row = new ArrayList<>();
      row.add(exercise.exercise);
      row.add(exercise.fitted ? 1L : 0L);
      row.add(exercise.trainingAttempts);
      row.add(exercise.attempts);
      row.add(rounded(exercise.shareCorrect()));
      row.add(rounded(exercise.meanProbability));
      row.add(rounded(exercise.logLoss));
      row.add(exercise.attempts == 0 ? "–" : exercise.bestBaseline().name);
      row.add(rounded(exercise.gain()));
      row.add(rounded(exercise.auc));
      row.add(rounded(exercise.gainOverBest()));
      rows.add(row);
    }
    return rows;
  }

  private static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS;
  }
}
