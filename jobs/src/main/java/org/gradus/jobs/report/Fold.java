package org.gradus.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.evaluate.Evaluation;

/** One evaluation: some students held out, the model trained on the others. */
final class Fold {
  static final String FORMAT = "gradus-evaluation-1";
  static final String MODEL = "model";

  final String name;
  final long students;
  final long repeats;
  final long trainingStudents;
  final long trainingAttempts;
  final long exercisesFitted;
  final String featureSet;
  final List<String> features;

  /** The model's and the baselines' evaluations by name, in the order of the file. */
  final Map<String, Evaluation> evaluations;

  /** Sorted by exercise, each once. */
  final List<ExerciseResult> exercises;

  private Fold(String name, Members overall, List<ExerciseResult> exercises) {
    this.name = name;
    this.students = overall.count("students");
    this.repeats = overall.isAbsent("repeats") ? 0 : overall.count("repeats");
    this.trainingStudents = overall.count("trainingStudents");
    this.trainingAttempts = overall.count("trainingAttempts");
    this.exercisesFitted = overall.count("exercisesFitted");
    this.featureSet = overall.text("featureSet");
    this.features = overall.texts("features");
    this.evaluations = evaluations(overall);
    this.exercises = exercises;
  }

  /**
   * Makes a fold from the object of {@code overall.json} and the lines of {@code exercises.jsonl}.
   *
   * @throws IllegalArgumentException when a member is missing or the two do not belong together
   */
  static Fold of(String name, Map<String, Object> json, List<ExerciseResult> exercises) {
    Members overall = new Members(json);
    if (!overall.text("format").equals(FORMAT)) {
      throw new IllegalArgumentException(
          "'format' must be " + FORMAT + ", not '" + overall.text("format") + "'");
    }
    Fold fold = new Fold(name, overall, exercises);
    long listed = exercises.stream().mapToLong(exercise -> exercise.attempts).sum();
    if (listed != fold.model().total().attempts()) {
      throw new IllegalArgumentException(
          "it counts "
              + fold.model().total().attempts()
              + " held-out attempts, but the exercises listed beside it have "
              + listed);
    }
    return fold;
  }

  private static Map<String, Evaluation> evaluations(Members overall) {
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    Members members = new Members(overall.object("evaluations"));
    members.object(MODEL);
    for (String name : overall.object("evaluations").keySet()) {
      evaluations.put(name, Evaluation.fromJson(members.object(name)));
    }
    return evaluations;
  }

  Evaluation model() {
    return evaluations.get(MODEL);
  }
}
