package org.gradus.model.evaluate;

import java.util.List;

/** Counts and sums over some predictions; all whole numbers, hence exactly mergeable. */
public final class PredictionSums {
  /** Number of whole numbers that they are. */
  static final int WIDTH = 6;

  private long attempts;
  private long corrects;
  private long right;
  private long probability;
  private long logLoss;
  private long squaredError;

  static PredictionSums[] array(int length) {
    PredictionSums[] array = new PredictionSums[length];
    java.util.Arrays.setAll(array, i -> new PredictionSums());
    return array;
  }

  /** Adds one prediction, P(correct) from 0 to 1, and its outcome. */
  public void add(double predicted, boolean correct) {
    attempts++;
    corrects += correct ? 1 : 0;
    right += (predicted >= 0.5) == correct ? 1 : 0;
    probability += Evaluation.fixed(predicted);
    logLoss += Evaluation.fixed(-Evaluation.logLikelihood(predicted, correct));
    double error = (correct ? 1 : 0) - predicted;
    squaredError += Evaluation.fixed(error * error);
  }

  /** Adds the sums of other predictions. */
  public void merge(PredictionSums other) {
    merge(other, 1);
  }

  /** Sums over the same outcomes, all predicted with one probability. */
  PredictionSums withConstant(double predicted) {
    PredictionSums sums = new PredictionSums();
    sums.merge(ofOne(predicted, true), corrects);
    sums.merge(ofOne(predicted, false), attempts - corrects);
    return sums;
  }

  private static PredictionSums ofOne(double predicted, boolean correct) {
    PredictionSums sums = new PredictionSums();
    sums.add(predicted, correct);
    return sums;
  }

  /** Adds the sums of other predictions, so many times. */
  void merge(PredictionSums other, long times) {
    attempts += times * other.attempts;
    corrects += times * other.corrects;
    right += times * other.right;
    probability += times * other.probability;
    logLoss += times * other.logLoss;
    squaredError += times * other.squaredError;
  }

  /** Number of predictions. */
  public long attempts() {
    return attempts;
  }

  /** Number of correct outcomes. */
  public long corrects() {
    return corrects;
  }

  /** Share of correct outcomes, 0 to 1; NaN without predictions. */
  public double shareCorrect() {
    return (double) corrects / attempts;
  }

  /** Mean predicted probability, 0 to 1; NaN without predictions. */
  public double meanProbability() {
    return Evaluation.real(probability) / attempts;
  }

  /** Mean negative log-likelihood in nats, each floored at 100; NaN without predictions. */
  public double logLoss() {
    return Evaluation.real(logLoss) / attempts;
  }

  /** Root of the mean squared error, 0 to 1; NaN without predictions. */
  public double rmse() {
    return Math.sqrt(Evaluation.real(squaredError) / attempts);
  }

  /** Share of outcomes that the prediction, cut at 0.5, names; NaN without predictions. */
  public double accuracy() {
    return (double) right / attempts;
  }

  /** Adds these sums to others that are laid out in an array, from an index on. */
  void addTo(long[] sums, int from) {
    sums[from] += attempts;
    sums[from + 1] += corrects;
    sums[from + 2] += right;
    sums[from + 3] += probability;
    sums[from + 4] += logLoss;
    sums[from + 5] += squaredError;
  }

  /** The sums that {@link #addTo} has laid out in an array. */
  static PredictionSums of(long[] sums, int from) {
    PredictionSums of = new PredictionSums();
    of.attempts = sums[from];
    of.corrects = sums[from + 1];
    of.right = sums[from + 2];
    of.probability = sums[from + 3];
    of.logLoss = sums[from + 4];
    of.squaredError = sums[from + 5];
    return of;
  }

  List<Long> toJson() {
    return List.of(attempts, corrects, right, probability, logLoss, squaredError);
  }

  static PredictionSums fromJson(List<?> json) {
    PredictionSums sums = new PredictionSums();
    sums.attempts = whole(json, 0);
    sums.corrects = whole(json, 1);
    sums.right = whole(json, 2);
    sums.probability = whole(json, 3);
    sums.logLoss = whole(json, 4);
    sums.squaredError = whole(json, 5);
    return sums;
  }

  /** The whole number at an index; refuses one that has lost its low bits on the way. */
  static long whole(List<?> json, int index) {
    if (index < json.size() && json.get(index) instanceof Long) {
      return (Long) json.get(index);
    }
    throw new IllegalArgumentException(
        "the sums " + json + " must have a whole number at index " + index);
  }
}
