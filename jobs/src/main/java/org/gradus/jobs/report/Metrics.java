package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gradus.model.evaluate.Evaluation;

/**
 * The content of {@code metrics.json}: names and numbers in a fixed order, null where a metric is
 * not defined (every metric without held-out attempts, AUC when all outcomes are the same).
 */
final class Metrics {
  static final String FORMAT = "gradus-metrics-1";

  private Metrics() {}

  /** The metrics of results, pooled over folds; with several also by fold, mean and deviation. */
  static Map<String, Object> of(Results results) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("format", FORMAT);
    metrics.putAll(of(results.model()));
    metrics.put("repeats_not_scored", results.repeats());
    metrics.put("students", results.students());
    metrics.put("exercises", (long) results.exercises.size());
    metrics.put("exercises_fitted", results.exercisesFitted());
    metrics.put("training_attempts", results.trainingAttempts());
    metrics.put("training_students", results.trainingStudents());
    metrics.put("feature_set", results.featureSet());
    metrics.put("features", results.features());
    Map<String, Object> baselines = new LinkedHashMap<>();
    results.baselines().forEach((name, baseline) -> baselines.put(name, baseline(results, name)));
    metrics.put("baselines", baselines);
    metrics.put("over_exercises", overExercises(results.exercises, Fold.MODEL));
    if (results.folds.size() > 1) {
      metrics.putAll(spread(results, Fold.MODEL));
      metrics.put("folds", folds(results.folds));
    }
    return metrics;
  }

  private static Map<String, Object> baseline(Results results, String name) {
    Map<String, Object> metrics = of(results.baselines().get(name));
    if (results.exercises.stream().anyMatch(exercise -> exercise.hasScored(name))) {
      metrics.put("over_exercises", overExercises(results.exercises, name));
    }
    if (results.folds.size() > 1) {
      metrics.putAll(spread(results, name));
    }
    return metrics;
  }

  /** Mean and standard deviation over folds of the metrics of the model or of a baseline. */
  static Map<String, Object> spread(Results results, String name) {
    List<Map<String, Object>> folds = new ArrayList<>();
    results.folds.forEach(fold -> folds.add(of(fold.evaluations.get(name))));
    Map<String, Object> spread = new LinkedHashMap<>();
    spread.put("mean", over(folds, SummaryStatistics::getMean));
    spread.put("standard_deviation", over(folds, SummaryStatistics::getStandardDeviation));
    return spread;
  }

  /** The metrics of one evaluation, in the order in which they are always given. */
  static Map<String, Object> of(Evaluation evaluation) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("auc", orNull(evaluation.auc()));
    metrics.put("log_loss", orNull(evaluation.total().logLoss()));
    metrics.put("rmse", orNull(evaluation.total().rmse()));
    metrics.put("accuracy", orNull(evaluation.total().accuracy()));
    metrics.put("calibration_error", orNull(evaluation.calibrationError()));
    metrics.put("calibration_error_equal_mass", orNull(evaluation.calibrationErrorEqualMass()));
    metrics.put("share_correct", orNull(evaluation.total().shareCorrect()));
    metrics.put("mean_prediction", orNull(evaluation.total().meanProbability()));
    metrics.put("attempts", evaluation.total().attempts());
    return metrics;
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** Means over exercises: every exercise the same weight, or weighted by held-out attempts. */
  private static Map<String, Object> overExercises(List<ExerciseResult> exercises, String name) {
    boolean model = name.equals(Fold.MODEL);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("auc", overExercises(exercises, e -> model ? e.auc : e.baseline(name).auc));
    metrics.put(
        "log_loss", overExercises(exercises, e -> model ? e.logLoss : e.baseline(name).logLoss));
    if (!model) {
      metrics.put("model_has_lower_log_loss", modelIsBetter(exercises, name));
    }
    return metrics;
  }

  /** Number of exercises on which the model's log loss is below a baseline's. */
  static long modelIsBetter(List<ExerciseResult> exercises, String baseline) {
    return exercises.stream().filter(e -> e.logLoss < e.baseline(baseline).logLoss).count();
  }

  private static Map<String, Object> overExercises(
      List<ExerciseResult> exercises, ToDoubleFunction<ExerciseResult> metric) {
    Map<String, Object> means = new LinkedHashMap<>();
    means.put("mean", orNull(WeightedMean.of(exercises, metric, exercise -> 1)));
    means.put(
        "weighted_mean", orNull(WeightedMean.of(exercises, metric, exercise -> exercise.attempts)));
    means.put(
        "exercises",
        exercises.stream().filter(e -> !Double.isNaN(metric.applyAsDouble(e))).count());
    return means;
  }

  private static List<Map<String, Object>> folds(List<Fold> folds) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Fold fold : folds) {
      Map<String, Object> metrics = new LinkedHashMap<>();
      metrics.put("fold", fold.name);
      metrics.putAll(of(fold.model()));
      metrics.put("students", fold.students);
      metrics.put("exercises_fitted", fold.exercisesFitted);
      metrics.put("training_attempts", fold.trainingAttempts);
      metrics.put("training_students", fold.trainingStudents);
      all.add(metrics);
    }
    return all;
  }

  /** A statistic of each real-valued metric, over the folds where it is defined. */
  private static Map<String, Object> over(
      List<Map<String, Object>> folds, ToDoubleFunction<SummaryStatistics> statistic) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (String name : of(new Evaluation()).keySet()) {
      SummaryStatistics values = new SummaryStatistics();
      for (Map<String, Object> fold : folds) {
        if (fold.get(name) instanceof Double) {
          values.addValue((Double) fold.get(name));
        }
      }
      if (!name.equals("attempts")) {
        result.put(name, orNull(statistic.applyAsDouble(values)));
      }
    }
    return result;
  }
}
