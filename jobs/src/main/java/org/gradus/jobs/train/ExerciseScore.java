package org.gradus.jobs.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * How well the held-out rows of one exercise were predicted, by the model and by the exercise's
 * training share of corrects. Adds up exactly over any parts of the rows.
 */
final class ExerciseScore {
  private static final String MODEL = "model";
  private static final String MEAN = "mean";

  private final Evaluation model;
  private final Evaluation mean;

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
  }

  /** Sums over the rows as the model predicted them. */
  Evaluation model() {
    return model;
  }

  /** Sums over the rows as the share of corrects predicted them. */
  Evaluation mean() {
    return mean;
  }

  /** Puts the metrics into an exercise's line of {@code exercises.jsonl}. */
  void writeTo(Map<String, Object> line) {
    line.put("heldOut", model.total().attempts() == 0 ? null : metrics());
    line.put("baselineLogLoss", mean.total().logLoss());
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
    return JsonWriter.write(Map.of(MODEL, model.toJson(), MEAN, mean.toJson()));
  }

  @SuppressWarnings("unchecked")
  static ExerciseScore fromJson(String json) {
    Map<String, Object> sums = JsonReader.readObject(json);
    return new ExerciseScore(
        Evaluation.fromJson((Map<String, Object>) sums.get(MODEL)),
        Evaluation.fromJson((Map<String, Object>) sums.get(MEAN)));
  }
}
