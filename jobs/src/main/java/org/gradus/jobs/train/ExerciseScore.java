package org.gradus.jobs.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * How well the held-out rows of one exercise were predicted, by the model, by the exercise's
 * training share of corrects and by baselines. Adds up exactly over any parts of the rows.
 */
final class ExerciseScore {
  private static final String MODEL = "model";
  private static final String MEAN = "mean";
  private static final String BASELINES = "baselines";

  private final Evaluation model;
  private final Evaluation mean;

  /** By label; a baseline that has scored no row is not there. */
  private final Map<String, Evaluation> baselines = new LinkedHashMap<>();

  /** The score of no rows. */
  ExerciseScore() {
    this(new Evaluation(), new Evaluation());
  }

  private ExerciseScore(Evaluation model, Evaluation mean) {
    this.model = model;
    this.mean = mean;
  }

  /** Adds one row, as predicted by both. */
  void add(
      double probability, double meanCorrect, boolean correct, int opportunity, int answersBefore) {
    model.add(probability, correct, opportunity, answersBefore);
    mean.add(meanCorrect, correct, opportunity, answersBefore);
  }

  void merge(ExerciseScore other) {
    model.merge(other.model);
    mean.merge(other.mean);
    other.baselines.forEach((label, sums) -> baseline(label).merge(sums));
  }

  /** Sums over the rows as the model predicted them. */
  Evaluation model() {
    return model;
  }

  /** Sums over the rows as the share of corrects predicted them. */
  Evaluation mean() {
    return mean;
  }

  /** Sums over the rows as a baseline predicted them, to be added to. */
  Evaluation baseline(String label) {
    return baselines.computeIfAbsent(label, none -> new Evaluation());
  }

  /** Those that have scored a row, by label. */
  Map<String, Evaluation> baselines() {
    return baselines;
  }

  /** Puts the metrics into an exercise's line of {@code exercises.jsonl}. */
  void writeTo(Map<String, Object> line) {
    line.put("heldOut", model.total().attempts() == 0 ? null : metrics());
    line.put("baselineLogLoss", mean.total().logLoss());
    Map<String, Object> byLabel = new LinkedHashMap<>();
    baselines.forEach((label, sums) -> byLabel.put(label, metrics(sums)));
    line.put(BASELINES, byLabel);
  }

  private static Map<String, Object> metrics(Evaluation baseline) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("logLoss", baseline.total().logLoss());
    json.put("auc", baseline.auc());
    return json;
  }

  private Map<String, Object> metrics() {
    PredictionSums total = model.total();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attempts", total.attempts());
    json.put("corrects", total.corrects());
    json.put("meanProbability", total.meanProbability());
    json.put("logLoss", total.logLoss());
    json.put("auc", model.auc());
    json.put("rmse", total.rmse());
    json.put("accuracy", total.accuracy());
    return json;
  }

  /** All sums, on one line. */
  String toJson() {
    Map<String, Object> byLabel = new LinkedHashMap<>();
    baselines.forEach((label, sums) -> byLabel.put(label, sums.toJson()));
    return JsonWriter.write(Map.of(MODEL, model.toJson(), MEAN, mean.toJson(), BASELINES, byLabel));
  }

  static ExerciseScore fromJson(String json) {
    Map<String, Object> sums = JsonReader.readObject(json);
    ExerciseScore score = new ExerciseScore(evaluation(sums, MODEL), evaluation(sums, MEAN));
    Map<String, Object> byLabel = object(sums, BASELINES);
    byLabel.keySet().forEach(label -> score.baselines.put(label, evaluation(byLabel, label)));
    return score;
  }

  private static Evaluation evaluation(Map<String, Object> json, String name) {
    return Evaluation.fromJson(object(json, name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> json, String name) {
    return (Map<String, Object>) json.get(name);
  }
}
