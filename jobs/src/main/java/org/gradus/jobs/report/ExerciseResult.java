package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How one exercise was fitted and how its held-out attempts were predicted. Metrics are NaN where
 * they are not defined: all of them without held-out attempts, {@code auc} unless both outcomes
 * occur among them.
 */
final class ExerciseResult {
  static final String EXERCISE_MEAN = "exercise mean";
  private static final String BASELINES = "baselines";
  private static final double AUC_OF_A_CONSTANT = 0.5;

  final String exercise;

  /** Whether it got a theta of its own; otherwise it is predicted with the pooled one. */
  final boolean fitted;

  final long trainingAttempts;
  final long trainingCorrects;
  final long iterations;
  final long attempts;
  final long corrects;
  final double meanProbability;
  final double logLoss;
  final double auc;
  final double rmse;
  final double accuracy;

  /** Log loss of predicting the exercise's mean for everybody. */
  final double baselineLogLoss;

  /** The exercise's mean and the published models; only the former without held-out attempts. */
  final List<BaselineResult> baselines;

  private ExerciseResult(Members line, Members heldOut) {
    exercise = line.text("exercise");
    fitted = isFitted(line.text("fit"));
    trainingAttempts = line.count("trainingAttempts");
    trainingCorrects = line.count("trainingCorrects");
    iterations = line.isAbsent("iterations") ? 0 : line.count("iterations");
    attempts = heldOut.isAbsent("attempts") ? 0 : heldOut.count("attempts");
    corrects = attempts == 0 ? 0 : heldOut.count("corrects");
    meanProbability = heldOut.number("meanProbability");
    logLoss = heldOut.number("logLoss");
    auc = heldOut.number("auc");
    rmse = heldOut.number("rmse");
    accuracy = heldOut.number("accuracy");
    baselineLogLoss = attempts == 0 ? Double.NaN : line.number("baselineLogLoss");
    baselines = baselines(line);
  }

  private ExerciseResult(List<ExerciseResult> folds) {
    exercise = folds.get(0).exercise;
    fitted = folds.stream().anyMatch(fold -> fold.fitted);
    trainingAttempts = meanCount(folds, fold -> fold.trainingAttempts);
    trainingCorrects = meanCount(folds, fold -> fold.trainingCorrects);
    iterations = folds.stream().mapToLong(fold -> fold.iterations).max().orElse(0);
    attempts = folds.stream().mapToLong(fold -> fold.attempts).sum();
    corrects = folds.stream().mapToLong(fold -> fold.corrects).sum();
    meanProbability = weighted(folds, fold -> fold.meanProbability);
    logLoss = weighted(folds, fold -> fold.logLoss);
    auc = weighted(folds, fold -> fold.auc);
    rmse = Math.sqrt(weighted(folds, fold -> fold.rmse * fold.rmse));
    accuracy = weighted(folds, fold -> fold.accuracy);
    baselineLogLoss = weighted(folds, fold -> fold.baselineLogLoss);
    baselines = pooledBaselines(folds);
  }

  private List<BaselineResult> baselines(Members line) {
    List<BaselineResult> results = new ArrayList<>();
    results.add(
        new BaselineResult(
            EXERCISE_MEAN, baselineLogLoss, Double.isNaN(auc) ? Double.NaN : AUC_OF_A_CONSTANT));
    Members byName = new Members(line.isAbsent(BASELINES) ? Map.of() : line.object(BASELINES));
    for (String name : byName.names()) {
      Members metrics = new Members(byName.object(name));
      results.add(new BaselineResult(name, metrics.number("logLoss"), metrics.number("auc")));
    }
    return results;
  }

  /** A fold in which the exercise has no held-out attempts has no weight. */
  private static List<BaselineResult> pooledBaselines(List<ExerciseResult> folds) {
    List<BaselineResult> results = new ArrayList<>();
    for (BaselineResult first : mostBaselines(folds)) {
      results.add(
          new BaselineResult(
              first.name,
              weighted(folds, fold -> fold.baseline(first.name).logLoss),
              weighted(folds, fold -> fold.baseline(first.name).auc)));
    }
    return results;
  }

  private static List<BaselineResult> mostBaselines(List<ExerciseResult> folds) {
    return folds.stream()
        .map(fold -> fold.baselines)
        .max(Comparator.comparingInt(List::size))
        .orElseThrow();
  }

  /** Reads one line of {@code exercises.jsonl}. */
  static ExerciseResult fromJson(Map<String, Object> json) {
    Members line = new Members(json);
    boolean scored = !line.isAbsent("heldOut");
    return new ExerciseResult(line, new Members(scored ? line.object("heldOut") : Map.of()));
  }

  /**
   * The same exercise over several folds: held-out counts add up, metrics are means weighted by
   * held-out attempts (for AUC over the folds where it is defined), training counts are means.
   */
  static ExerciseResult pooled(List<ExerciseResult> folds) {
    return folds.size() == 1 ? folds.get(0) : new ExerciseResult(folds);
  }

  private static boolean isFitted(String fit) {
    if (fit.equals("fitted") || fit.equals("prior")) {
      return fit.equals("fitted");
    }
    throw new IllegalArgumentException("'fit' must be fitted or prior, not '" + fit + "'");
  }

  private static long meanCount(
      List<ExerciseResult> folds, ToDoubleFunction<ExerciseResult> count) {
    return Math.round(folds.stream().mapToDouble(count).average().orElse(0));
  }

  private static double weighted(
      List<ExerciseResult> folds, ToDoubleFunction<ExerciseResult> metric) {
    return WeightedMean.of(folds, metric, fold -> fold.attempts);
  }

  String fit() {
    return fitted ? "fitted" : "prior";
  }

  /** Share of held-out attempts that were correct; NaN without any. */
  double shareCorrect() {
    return (double) corrects / attempts;
  }

  double trainingShareCorrect() {
    return (double) trainingCorrects / trainingAttempts;
  }

  /** By how much the log loss is below that of the exercise's mean, in nats; negative if worse. */
  double gain() {
    return baselineLogLoss - logLoss;
  }

  /** The baseline of a name; with metrics that are NaN if it has scored nothing here. */
  BaselineResult baseline(String name) {
    return baselines.stream()
        .filter(baseline -> baseline.name.equals(name))
        .findFirst()
        .orElse(new BaselineResult(name, Double.NaN, Double.NaN));
  }

  /** Whether a baseline has predicted held-out attempts. */
  boolean hasScored(String name) {
    return !Double.isNaN(baseline(name).logLoss);
  }

  /** The baseline with the lowest log loss on the held-out attempts, which flatters it a little. */
  BaselineResult bestBaseline() {
    return baselines.stream()
        .min(Comparator.comparingDouble(baseline -> baseline.logLoss))
        .orElseThrow();
  }

  /** As {@link #gain()}, over the best baseline. */
  double gainOverBest() {
    return bestBaseline().logLoss - logLoss;
  }
}
