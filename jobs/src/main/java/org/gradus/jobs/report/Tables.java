package org.gradus.jobs.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;

/** The CSV tables of the report, by file name. */
final class Tables {
  static final String EXERCISES = "exercises.csv";
  static final String CALIBRATION = "calibration.csv";
  static final String OPPORTUNITY = "opportunity.csv";
  static final String HISTORY = "history.csv";

  private Tables() {}

  static Map<String, String> of(Results results) {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(EXERCISES, ExerciseTable.of(results.exercises));
    tables.put(CALIBRATION, calibration(results.evaluations));
    tables.put(OPPORTUNITY, opportunity(results.evaluations));
    tables.put(HISTORY, history(results.evaluations));
    return tables;
  }

  /** One bin of predicted probability a row, for the model and each baseline. */
  private static String calibration(Map<String, Evaluation> evaluations) {
    CsvTable table =
        new CsvTable(
            "model", "from", "to", "attempts", "corrects", "mean_prediction", "share_correct");
    double bins = Evaluation.CALIBRATION_BINS;
    evaluations.forEach(
        (name, evaluation) -> {
          for (int i = 0; i < bins; i++) {
            PredictionSums bin = evaluation.calibration().get(i);
            table.row(
                name,
                i / bins,
                (i + 1) / bins,
                bin.attempts(),
                bin.corrects(),
                bin.meanProbability(),
                bin.shareCorrect());
          }
        });
    return table.text();
  }

  /** One opportunity a row; the last one holds all later opportunities, its {@code to} is empty. */
  private static String opportunity(Map<String, Evaluation> evaluations) {
    CsvTable table =
        new CsvTable(
            "model", "from", "to", "attempts", "share_correct", "mean_prediction", "log_loss");
    evaluations.forEach(
        (name, evaluation) -> {
          for (int i = 1; i <= Evaluation.OPPORTUNITY_BINS; i++) {
            PredictionSums bin = evaluation.byOpportunity().get(i - 1);
            table.row(
                name,
                i,
                i < Evaluation.OPPORTUNITY_BINS ? i : "",
                bin.attempts(),
                bin.shareCorrect(),
                bin.meanProbability(),
                bin.logLoss());
          }
        });
    return table.text();
  }

  /**
   * One range of numbers of earlier answers a row, of the student to anything; the {@code to} of
   * the last is empty.
   */
  private static String history(Map<String, Evaluation> evaluations) {
    CsvTable table =
        new CsvTable(
            "model", "from", "to", "attempts", "share_correct", "mean_prediction", "log_loss");
    evaluations.forEach(
        (name, evaluation) -> {
          for (int i = 0; i < Evaluation.HISTORY_BINS; i++) {
            PredictionSums bin = evaluation.byHistory().get(i);
            table.row(
                name,
                Evaluation.leastAnswersBefore(i),
                i + 1 < Evaluation.HISTORY_BINS ? Evaluation.leastAnswersBefore(i + 1) - 1 : "",
                bin.attempts(),
                bin.shareCorrect(),
                bin.meanProbability(),
                bin.logLoss());
          }
        });
    return table.text();
  }
}
