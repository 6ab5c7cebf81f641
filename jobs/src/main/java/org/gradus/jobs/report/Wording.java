package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;

/** The figures of the page as people read them; every value is a text, a flag or a list of them. */
final class Wording {
  private static final String UNDEFINED = "–";

  private Wording() {}

  static Map<String, Object> of(Results results) {
    Map<String, Object> words = new LinkedHashMap<>();
    PredictionSums total = results.model().total();
    words.put("scored", total.attempts() > 0);
    words.put("oneClass", total.attempts() > 0 && Double.isNaN(results.model().auc()));
    words.put("outcome", total.corrects() > 0 ? "correct" : "wrong");
    words.put("attempts", count(total.attempts()));
    words.put("students", count(results.students()));
    words.put("hasRepeats", results.repeats() > 0);
    words.put("repeats", count(results.repeats()));
    words.put("exercises", count(results.exercises.size()));
    words.put("allFitted", results.exercisesFitted() == results.exercises.size());
    words.put("fitted", count(results.exercisesFitted()));
    words.put("trainingAttempts", count(results.trainingAttempts()));
    words.put("trainingStudents", count(results.trainingStudents()));
    words.put("featureSet", results.featureSet());
    words.put("featureCount", count(results.features().size()));
    words.put("features", results.features());
    words.put("model", metrics(results.model()));
    words.put("warning", warning(results));
    words.put("majority", percent(Math.max(total.shareCorrect(), 1 - total.shareCorrect())));
    words.put("baselines", baselines(results));
    words.put("compared", compared(results));
    words.put("history", history(results.model()));
    words.put("folds", folds(results));
    return words;
  }

  private static Map<String, Object> metrics(Evaluation evaluation) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("auc", number(evaluation.auc()));
    words.put("pairs", percent(evaluation.auc()));
    words.put("logLoss", number(evaluation.total().logLoss()));
    words.put("rmse", number(evaluation.total().rmse()));
    words.put("accuracy", percent(evaluation.total().accuracy()));
    words.put("calibrationError", number(evaluation.calibrationError()));
    words.put("calibrationErrorEqualMass", number(evaluation.calibrationErrorEqualMass()));
    words.put("points", percent(evaluation.calibrationError()));
    words.put("shareCorrect", percent(evaluation.total().shareCorrect()));
    words.put("meanPrediction", percent(evaluation.total().meanProbability()));
    return words;
  }

  private static List<Object> baselines(Results results) {
    List<Object> baselines = new ArrayList<>();
    results
        .baselines()
        .forEach(
            (name, baseline) -> {
              Map<String, Object> words = metrics(baseline);
              words.put("name", name);
              words.put(
                  "change", change(results.model().total().logLoss(), baseline.total().logLoss()));
              baselines.add(words);
            });
    return baselines;
  }

  /**
   * One sentence where a baseline predicts better than the model; empty where none does.
   *
   * <p>Better is a lower log loss, to the four decimals that the sentence gives.
   */
  static String warning(Results results) {
    List<String> better = results.betterBaselines();
    if (better.isEmpty()) {
      return "";
    }
    double best = results.evaluations.get(better.get(0)).total().logLoss();
    return String.format(
        Locale.ROOT,
        "the model predicts held-out answers worse than the baseline '%s'%s: its log loss is %.4f,"
            + " that of '%s' is %.4f",
        better.get(0),
        better.size() == 1 ? "" : " (and " + (better.size() - 1) + " more)",
        results.model().total().logLoss(),
        better.get(0),
        best);
  }

  /** The model and the baselines, one row each; over folds with the standard deviation. */
  private static List<Object> compared(Results results) {
    List<Object> rows = new ArrayList<>();
    results.evaluations.forEach(
        (name, evaluation) -> {
          Map<String, Object> row = metrics(evaluation);
          row.put("name", name.equals(Fold.MODEL) ? "this model" : name);
          row.put("isSummary", name.equals(Fold.MODEL));
          row.put("aucDeviation", deviation(results, name, "auc"));
          row.put("logLossDeviation", deviation(results, name, "log_loss"));
          row.put("beaten", beaten(results.exercises, name));
          rows.add(row);
        });
    return rows;
  }

  /** Such as {@code 131 of 149}: exercises on which the model is better; empty where not known. */
  private static String beaten(List<ExerciseResult> exercises, String name) {
    long scored = exercises.stream().filter(exercise -> exercise.hasScored(name)).count();
    return scored == 0
        ? ""
        : count(Metrics.modelIsBetter(exercises, name)) + " of " + count(scored);
  }

  private static String deviation(Results results, String name, String metric) {
    if (results.folds.size() == 1) {
      return "";
    }
    Object deviations = Metrics.spread(results, name).get("standard_deviation");
    return "± " + number(new Members((Map<?, ?>) deviations).number(metric));
  }

  /** One row for each range of numbers of earlier answers that occurs. */
  private static List<Object> history(Evaluation model) {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < Evaluation.HISTORY_BINS; i++) {
      PredictionSums bin = model.byHistory().get(i);
      if (bin.attempts() > 0) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("range", range(i));
        row.put("attempts", count(bin.attempts()));
        row.put("predicted", percent(bin.meanProbability()));
        row.put("correct", percent(bin.shareCorrect()));
        row.put("logLoss", number(bin.logLoss()));
        rows.add(row);
      }
    }
    return rows;
  }

  private static String range(int bin) {
    int least = Evaluation.leastAnswersBefore(bin);
    if (bin + 1 == Evaluation.HISTORY_BINS) {
      return least + " or more";
    }
    int most = Evaluation.leastAnswersBefore(bin + 1) - 1;
    return least == most ? String.valueOf(least) : least + " to " + most;
  }

  /** Such as {@code 12.1% lower than}. */
  private static String change(double value, double reference) {
    double share = 1 - value / reference;
    if (Double.isNaN(share) || Double.isInfinite(share)) {
      return "beside";
    }
    return percent(Math.abs(share)) + "% " + (share >= 0 ? "lower than" : "higher than");
  }

  /** One row a fold, then mean and standard deviation; empty when there is only one. */
  private static List<Object> folds(Results results) {
    List<Object> rows = new ArrayList<>();
    if (results.folds.size() == 1) {
      return rows;
    }
    for (Fold fold : results.folds) {
      Map<String, Object> row = metrics(fold.model());
      row.put("name", fold.name);
      row.put("attempts", count(fold.model().total().attempts()));
      rows.add(row);
    }
    Map<String, Object> all = Metrics.of(results);
    rows.add(summary("mean", (Map<?, ?>) all.get("mean")));
    rows.add(summary("standard deviation", (Map<?, ?>) all.get("standard_deviation")));
    return rows;
  }

  private static Map<String, Object> summary(String name, Map<?, ?> metrics) {
    Members values = new Members(metrics);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("attempts", "");
    row.put("auc", number(values.number("auc")));
    row.put("logLoss", number(values.number("log_loss")));
    row.put("rmse", number(values.number("rmse")));
    row.put("accuracy", percent(values.number("accuracy")));
    row.put("calibrationError", number(values.number("calibration_error")));
    row.put("isSummary", true);
    return row;
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Three decimals, as these metrics are given in the literature. */
  static String number(double value) {
    return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%.3f", value);
  }

  /** A share as a percentage with one decimal, without the sign. */
  static String percent(double share) {
    return Double.isNaN(share) ? UNDEFINED : String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
