package org.gradus.model.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.model.features.FeatureBlock;
import org.gradus.model.features.FeatureSet;

/** The {@link ExerciseSpread}s of a model, and what follows from them. Immutable once filled. */
final class ModelSpread {
  private static final String ITEM_OFFSETS = "item_offsets";

  private final FeatureSet featureSet;
  private final double[] priorPrecision;
  private final Map<String, OffsetSpread> offsets = new HashMap<>();
  private final Map<String, ExerciseSpread> spreads = new HashMap<>();
  private final double[] sums;
  private long attempts;

  /** No spreads yet; the precisions may be absent, of length 0. */
  ModelSpread(FeatureSet featureSet, double[] priorPrecision) {
    this.featureSet = featureSet;
    this.priorPrecision = priorPrecision;
    this.sums = new double[featureSet.size()];
  }

  void add(ExerciseSpread spread) {
    spreads.put(spread.exercise(), spread);
    double[] mean = spread.mean();
    for (int j = 0; j < sums.length; j++) {
      sums[j] += spread.attempts() * mean[j];
    }
    attempts += spread.attempts();
  }

  void add(String exercise, OffsetSpread spread) {
    offsets.put(exercise, spread);
  }

  boolean hasIntervals() {
    return priorPrecision.length > 0
        && spreads.values().stream().allMatch(spread -> spread.covariance().isPresent());
  }

  /** Posterior variance of the logit. */
  double variance(String exercise, float[] features) {
    ExerciseSpread spread = spreads.get(exercise);
    if (spread == null) {
      return priorVariance(features);
    }
    return spread
        .covariance()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot give an interval: the model was trained without, with"
                        + " gradus.train.intervals=false."))
        .variance(features);
  }

  /**
   * How far the thetas of exercises stray from the pooled one, or from their topic's where there
   * are topics, in the direction of the row. How sure these themselves are is left out.
   */
  private double priorVariance(float[] features) {
    if (priorPrecision.length != features.length) {
      throw new IllegalStateException(
          "Cannot give an interval: the model is of a version of Gradus that had none.");
    }
    double variance = 0;
    for (int j = 0; j < features.length; j++) {
      if (features[j] != 0) {
        variance += (double) features[j] * features[j] / priorPrecision[j];
      }
    }
    return variance;
  }

  /** Features of the average training attempt on an exercise, or on any if it has none. */
  double[] mean(String exercise) {
    if (attempts == 0) {
      throw new IllegalStateException(
          "Cannot explain a prediction: the model has no "
              + KnowledgeModel.SPREAD_FILE
              + "; train it again.");
    }
    ExerciseSpread spread = spreads.get(exercise);
    if (spread != null) {
      return spread.mean();
    }
    double[] mean = sums.clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= attempts;
    }
    return mean;
  }

  /** The coefficients of an exercise; none without training attempts. */
  List<Coefficient> coefficients(String exercise, double[] theta) {
    List<Coefficient> coefficients = new ArrayList<>();
    ExerciseSpread spread = spreads.get(exercise);
    if (spread == null) {
      return coefficients;
    }
    double[] deviation = spread.deviation();
    double[] errors = spread.covariance().map(sure -> sure.standardErrors()).orElse(null);
    int j = 0;
    for (FeatureBlock block : featureSet.blocks()) {
      for (String feature : block.features()) {
        double error = errors == null ? Double.NaN : errors[j];
        coefficients.add(new Coefficient(block.name(), feature, theta[j], error, deviation[j]));
        j++;
      }
    }
    return coefficients;
  }

  /** The weights of the blocks in one exercise; none without training attempts. */
  List<BlockWeight> blocks(String exercise) {
    ExerciseSpread spread = spreads.get(exercise);
    OffsetSpread own = offsets.getOrDefault(exercise, new OffsetSpread());
    return spread == null ? List.of() : weights(spread.blockDeviation(), own);
  }

  /** Over all training attempts: inside exercises and, by their thetas, between them. */
  List<BlockWeight> blocks(Map<String, double[]> thetas) {
    int count = featureSet.blocks().size();
    double[] sum = new double[count];
    double[] squares = new double[count];
    for (ExerciseSpread spread : new TreeMap<>(spreads).values()) {
      double[] means = contributions(thetas.get(spread.exercise()), spread.mean());
      double[] deviations = spread.blockDeviation();
      for (int b = 0; b < count; b++) {
        sum[b] += spread.attempts() * means[b];
        squares[b] += spread.attempts() * (deviations[b] * deviations[b] + means[b] * means[b]);
      }
    }
    double[] deviations = new double[count];
    for (int b = 0; b < count && attempts > 0; b++) {
      double mean = sum[b] / attempts;
      deviations[b] = Math.sqrt(Math.max(0, squares[b] / attempts - mean * mean));
    }
    OffsetSpread all = new OffsetSpread();
    new TreeMap<>(offsets).values().forEach(all::add);
    return attempts == 0 ? List.of() : weights(deviations, all);
  }

  private double[] contributions(double[] theta, double[] mean) {
    double[] parts = new double[featureSet.blocks().size()];
    int j = 0;
    for (int b = 0; b < parts.length; b++) {
      for (int i = 0; i < featureSet.width(b); i++) {
        parts[b] += theta[j] * mean[j];
        j++;
      }
    }
    return parts;
  }

  private List<BlockWeight> weights(double[] deviations, OffsetSpread items) {
    double all = Arrays.stream(deviations).sum() + items.deviation();
    List<BlockWeight> weights = new ArrayList<>();
    for (int b = 0; b < deviations.length; b++) {
      FeatureBlock block = featureSet.blocks().get(b);
      double share = all == 0 ? 0 : deviations[b] / all;
      weights.add(new BlockWeight(block.name(), block.features().size(), deviations[b], share));
    }
    if (items.items() > 0) {
      double share = items.deviation() / all;
      weights.add(new BlockWeight(ITEM_OFFSETS, items.items(), items.deviation(), share));
    }
    return weights;
  }
}
