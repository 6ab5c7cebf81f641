package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What new answers are compared with: how a model predicted the answers of students held out from
 * its training, and how hard the questions of its training were. As JSON: {@code
 * {"attempts":n,"logLoss":x,"predictions":[...],"history":[...],"abilities":[...],
 * "difficulties":[...],"exercises":[["x",attempts,logLoss],...]}} with the bins of {@link
 * DailySums}; references of earlier releases have no abilities. Mutable while it is filled.
 */
public final class TrainingReference {
  private long attempts;
  private double logLoss = Double.NaN;
  private long[] predictions = new long[new DailySums().predictions().length];
  private long[] history = new long[Evaluation.HISTORY_BINS];
  private long[] abilities = new long[AbilityHistogram.BINS];
  private long[] difficulties = new long[DailySums.DIFFICULTY_BINS];
  private final Map<String, double[]> exercises = new TreeMap<>();

  /** Sets what is known of held-out answers. */
  public void setHeldOut(Evaluation evaluation) {
    attempts = evaluation.total().attempts();
    logLoss = evaluation.total().logLoss();
    predictions = evaluation.predictions();
    history = evaluation.byHistory().stream().mapToLong(PredictionSums::attempts).toArray();
    abilities = evaluation.abilities();
  }

  /** Adds training answers to a question of so many log odds of a correct answer. */
  public void addDifficulty(double logit, long answers) {
    difficulties[DailySums.difficultyBin(logit)] += answers;
  }

  /** Adds held-out answers to one exercise, at least one, with their mean log loss in nats. */
  public void addExercise(String exercise, long answers, double meanLogLoss) {
    double[] sums = exercises.computeIfAbsent(exercise, none -> new double[2]);
    sums[0] += answers;
    sums[1] += answers * meanLogLoss;
  }

  /** Number of held-out answers. */
  public long attempts() {
    return attempts;
  }

  /** Their mean log loss in nats; NaN when no student was held out. */
  public double logLoss() {
    return logLoss;
  }

  /** Their mean log loss in one exercise; NaN without any. */
  public double logLoss(String exercise) {
    double[] sums = exercises.get(exercise);
    return sums == null ? Double.NaN : sums[1] / sums[0];
  }

  /** Number of held-out answers to one exercise. */
  public long attempts(String exercise) {
    double[] sums = exercises.get(exercise);
    return sums == null ? 0 : (long) sums[0];
  }

  /** Number of held-out answers by predicted logit, as {@link DailySums#predictions()}. */
  public long[] predictions() {
    return predictions.clone();
  }

  /** The same by earlier answers of the student, as {@link DailySums#history()}. */
  public long[] history() {
    return history.clone();
  }

  /**
   * Number of held-out answers by how able the student was known to be, as {@link
   * DailySums#abilities()}; all 0 where the training has kept none.
   */
  public long[] abilities() {
    return abilities.clone();
  }

  /** Number of held-out students: their first answers. */
  public long students() {
    return history[0];
  }

  /** Number of training answers by difficulty, as {@link DailySums#difficulties()}. */
  public long[] difficulties() {
    return difficulties.clone();
  }

  /** As a JSON object. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attempts", attempts);
    json.put("logLoss", logLoss);
    json.put("predictions", predictions);
    json.put("history", history);
    json.put("abilities", abilities);
    json.put("difficulties", difficulties);
    List<Object> rows = new ArrayList<>();
    exercises.forEach((name, sums) -> rows.add(List.of(name, (long) sums[0], sums[1] / sums[0])));
    json.put("exercises", rows);
    return json;
  }

  /**
   * The reference whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static TrainingReference fromJson(Map<?, ?> json) {
    TrainingReference reference = new TrainingReference();
    try {
      reference.attempts = ((Number) json.get("attempts")).longValue();
      Object logLoss = json.get("logLoss");
      reference.logLoss = logLoss == null ? Double.NaN : ((Number) logLoss).doubleValue();
      reference.predictions = counts(json.get("predictions"), reference.predictions.length);
      reference.history = counts(json.get("history"), reference.history.length);
      reference.abilities = AbilityHistogram.fromJson(json.get("abilities")).counts();
      reference.difficulties = counts(json.get("difficulties"), reference.difficulties.length);
      for (Object row : (List<?>) json.get("exercises")) {
        List<?> cells = (List<?>) row;
        long answers = ((Number) cells.get(1)).longValue();
        double mean = ((Number) cells.get(2)).doubleValue();
        reference.addExercise((String) cells.get(0), answers, mean);
      }
      return reference;
    } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the reference of a training is incomplete", e);
    }
  }

  private static long[] counts(Object json, int length) {
    long[] counts = ((List<?>) json).stream().mapToLong(n -> ((Number) n).longValue()).toArray();
    if (counts.length != length) {
      throw new IllegalArgumentException(
          "a histogram of a reference must have " + length + " bins, not " + counts.length);
    }
    return counts;
  }
}
