package org.gradus.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradus.model.evaluate.Evaluation;

/** What is reported: one evaluation, or several folds pooled. */
final class Results {
  final List<Fold> folds;

  /** The model's and the baselines', pooled over the folds. */
  final Map<String, Evaluation> evaluations;

  /** Pooled over the folds, sorted by exercise. */
  final List<ExerciseResult> exercises;

  private Results(List<Fold> folds) {
    this.folds = folds;
    this.evaluations = evaluations(folds);
    this.exercises = exercises(folds);
  }

  /**
   * Pools folds.
   *
   * @param folds one or more, with the same features
   * @throws IllegalArgumentException when their features or baselines differ
   */
  static Results of(List<Fold> folds) {
    Fold first = folds.get(0);
    for (Fold fold : folds) {
      if (!fold.features.equals(first.features) || !fold.featureSet.equals(first.featureSet)) {
        throw new IllegalArgumentException(
            different(first, fold) + " were trained with different features");
      }
      if (!fold.evaluations.keySet().equals(first.evaluations.keySet())) {
        throw new IllegalArgumentException(different(first, fold) + " have different baselines");
      }
    }
    return new Results(List.copyOf(folds));
  }

  private static String different(Fold first, Fold second) {
    return "evaluations '" + first.name + "' and '" + second.name + "'";
  }

  private static Map<String, Evaluation> evaluations(List<Fold> folds) {
    Map<String, Evaluation> pooled = new LinkedHashMap<>();
    for (Fold fold : folds) {
      fold.evaluations.forEach(
          (name, part) -> pooled.computeIfAbsent(name, key -> new Evaluation()).merge(part));
    }
    return pooled;
  }

  private static List<ExerciseResult> exercises(List<Fold> folds) {
    Map<String, List<ExerciseResult>> byExercise = new TreeMap<>();
    for (Fold fold : folds) {
      for (ExerciseResult result : fold.exercises) {
        byExercise.computeIfAbsent(result.exercise, key -> new ArrayList<>(1)).add(result);
      }
    }
    List<ExerciseResult> pooled = new ArrayList<>();
    byExercise.values().forEach(parts -> pooled.add(ExerciseResult.pooled(parts)));
    return pooled;
  }

  Evaluation model() {
    return evaluations.get(Fold.MODEL);
  }

  /** Everything but the model, by name. */
  Map<String, Evaluation> baselines() {
    Map<String, Evaluation> baselines = new LinkedHashMap<>(evaluations);
    baselines.remove(Fold.MODEL);
    return baselines;
  }

  /**
   * Names of the baselines whose log loss, as figures show it, is below the model's; best first.
   */
  List<String> betterBaselines() {
    long own = shownLogLoss(Fold.MODEL);
    return baselines().keySet().stream()
        .filter(name -> model().total().attempts() > 0 && shownLogLoss(name) < own)
        .sorted(Comparator.comparingDouble(name -> evaluations.get(name).total().logLoss()))
        .collect(Collectors.toList());
  }

  private long shownLogLoss(String name) {
    return Math.round(evaluations.get(name).total().logLoss() * 1e4);
  }

  /** Held-out students; over folds the sum, in which one counts as often as it was held out. */
  long students() {
    return folds.stream().mapToLong(fold -> fold.students).sum();
  }

  /** Held-out rows not scored, as they repeat an answer that is; over folds the sum. */
  long repeats() {
    return folds.stream().mapToLong(fold -> fold.repeats).sum();
  }

  /** Training students, over folds the mean. */
  long trainingStudents() {
    return Math.round(folds.stream().mapToLong(fold -> fold.trainingStudents).average().orElse(0));
  }

  /** Training attempts, over folds the mean. */
  long trainingAttempts() {
    return Math.round(folds.stream().mapToLong(fold -> fold.trainingAttempts).average().orElse(0));
  }

  /** Exercises with a theta of their own, over folds in at least one. */
  long exercisesFitted() {
    return folds.size() == 1
        ? folds.get(0).exercisesFitted
        : exercises.stream().filter(exercise -> exercise.fitted).count();
  }

  List<String> features() {
    return folds.get(0).features;
  }

  String featureSet() {
    return folds.get(0).featureSet;
  }
}
