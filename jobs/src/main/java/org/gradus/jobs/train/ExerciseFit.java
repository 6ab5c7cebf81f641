package org.gradus.jobs.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.FitResult;
import org.gradus.model.fit.ItemFit;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ExerciseSpread;
import org.gradus.model.knowledge.Logistic;

/**
 * One exercise: takes its training rows and fits, or takes what was fitted in rounds; then takes
 * its held-out rows and scores them. Without rows, or with rows of one class and no prior to hold
 * theta, the theta is the prior's.
 */
final class ExerciseFit {
  private final String exercise;
  private final ExercisePrior prior;
  private final FitOptions options;
  private final ExampleMatrix examples;
  private final ItemNumbers items = new ItemNumbers();
  private final double itemPrecision;
  private final int mostItems;
  private final ExerciseScore score = new ExerciseScore();
  private double[] theta;
  private double[] parameters;
  private ItemOffsets offsets = ItemOffsets.NONE;
  private ExerciseSpread spread;
  private Cholesky hessian;
  private boolean fitted;
  private boolean converged = true;
  private int iterations;
  private long rows;
  private long corrects;
  private long passedOver;

  /** A new exercise; {@code examples} is cleared and used. */
  ExerciseFit(
      String exercise, ExercisePrior prior, Configuration configuration, ExampleMatrix examples) {
    this.exercise = exercise;
    this.prior = prior;
    this.options = TrainStep.fitOptions(configuration);
    this.examples = examples;
    this.itemPrecision = ItemPrior.precision(configuration);
    this.mostItems = ItemPrior.mostItems(configuration);
    examples.clear();
  }

  /** Takes the theta and offsets that rounds of jobs have fitted to the training rows. */
  void take(LargeFit fit) {
    theta = fit.isFitted() ? fit.theta() : prior.unseenTheta();
    offsets = fit.offsets();
    fitted = fit.isFitted();
    converged = fit.hasConverged();
    iterations = fit.rounds();
    spread = fit.spread();
    rows = fit.rows();
    corrects = fit.corrects();
  }

  /** Takes a row; {@code item} is the key of its item. */
  void train(float[] features, boolean correct, int item) {
    examples.append(features, correct, items.of(item, 1));
  }

  /** Fits theta to the rows so far; does nothing the second time. */
  void fit() {
    if (theta != null) {
      return;
    }
    theta = prior.unseenTheta();
    rows = examples.rows();
    corrects = examples.positives();
    boolean oneClass = examples.positives() == 0 || examples.positives() == examples.rows();
    if (examples.rows() > 0 && !(oneClass && prior.isFlat())) {
      int[] keys = items.mostAnswered(mostItems);
      examples.renumberItems(items.placesAmong(keys));
      FitResult result =
          ItemFit.fit(examples, prior.gaussian(), itemPrecision, prior.gaussian().means(), options);
      theta = result.theta();
      parameters = result.parameters();
      offsets = ItemOffsets.of(keys, result.offsets());
      iterations = result.iterations();
      converged = result.converged();
      hessian = result.hessian().orElse(null);
      fitted = true;
    }
  }

  /** Notes how sure theta is, unless it is the prior's. */
  void measure(Spreads spreads) {
    if (fitted && spread == null) {
      spread = spreads.of(exercise, parameters, examples, prior.gaussian(), hessian);
    }
  }

  /** Scores the held-out row that a reader is at, of these features; gives P(correct). */
  double score(float[] features, TraceReader row) {
    double probability = Logistic.probability(theta, features, offsets.get(row.item()));
    score.add(probability, meanCorrect(), row.correct(), row.opportunity(), row.answersBefore());
    return probability;
  }

  /** The exercise's training share of corrects, (c + 1) / (n + 2). */
  double meanCorrect() {
    return (corrects + 1.0) / (rows + 2.0);
  }

  /** Counts a held-out row of an answer that is scored for another exercise. */
  void passOver() {
    passedOver++;
  }

  long passedOver() {
    return passedOver;
  }

  boolean isFitted() {
    return fitted;
  }

  boolean hasConverged() {
    return converged;
  }

  long rows() {
    return rows;
  }

  /** Of the held-out rows. */
  ExerciseScore score() {
    return score;
  }

  /** The line of {@code spread.jsonl.gz}, empty if there is none. */
  String spreadLine() {
    return spread == null ? "" : spread.toJson();
  }

  /** The offsets of its items, as JSON. */
  String offsetsCell() {
    return JsonWriter.write(offsets.toJson());
  }

  String parametersLine() {
    return new ExerciseParameters(exercise, rows, corrects, fitted, theta).toJson();
  }

  String evaluationLine() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("fit", fitted ? "fitted" : "prior");
    json.put("trainingAttempts", rows);
    json.put("trainingCorrects", corrects);
    json.put("iterations", iterations);
    score.writeTo(json);
    return JsonWriter.write(json);
  }
}
