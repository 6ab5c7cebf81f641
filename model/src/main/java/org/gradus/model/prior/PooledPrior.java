package org.gradus.model.prior;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.fit.GaussianPrior;

/**
 * The Gaussian that thetas of exercises come from: mean, and for each feature the precision and the
 * scale (standard deviation of the feature over training attempts, 1 for a constant). Where
 * exercises have topics, the thetas of a topic's exercises come from a Gaussian with the same
 * precisions around the topic's mean. Immutable.
 */
public final class PooledPrior {
  private static final String FORMAT = "gradus-prior-1";

  private final List<String> features;
  private final double[] mean;
  private final double[] precision;
  private final double[] scale;
  private final TopicMeans topics;

  PooledPrior(
      List<String> features, double[] mean, double[] precision, double[] scale, TopicMeans topics) {
    this.features = List.copyOf(features);
    this.mean = mean;
    this.precision = precision;
    this.scale = scale;
    this.topics = topics;
  }

  /** Names of the features, in the order of all arrays. */
  public List<String> features() {
    return features;
  }

  /** The pooled theta, which predicts for any exercise without data and without a topic. */
  public double[] mean() {
    return mean.clone();
  }

  /** The means of topics, none where exercises have no topics. */
  public TopicMeans topics() {
    return topics;
  }

  /** Precision (one over variance) of the exercises' thetas around the mean, or their topic's. */
  public double[] precision() {
    return precision.clone();
  }

  /** Standard deviation of each feature over the training attempts, 1 for a constant. */
  public double[] scale() {
    return scale.clone();
  }

  /** The prior of one exercise's theta, with the estimated precisions. */
  public GaussianPrior gaussian() {
    return GaussianPrior.of(mean, precision);
  }

  /** The same with so many times the estimated precisions. */
  public GaussianPrior gaussianTimes(double factor) {
    return GaussianPrior.of(mean, Arrays.stream(precision).map(p -> factor * p).toArray());
  }

  /**
   * The same mean with one strength for all features, in units of standardised features:
   * precision_j = ridge x scale_j^2. What does not pay, and so is shrunk to nothing, stays so.
   */
  public GaussianPrior gaussian(double ridge) {
    double[] strengths = new double[mean.length];
    Arrays.setAll(strengths, j -> (isNothing(j) ? WideBlocks.NOTHING : ridge) * square(scale[j]));
    return GaussianPrior.of(mean, strengths);
  }

  private boolean isNothing(int feature) {
    return precision[feature] >= (1 - 1e-9) * WideBlocks.NOTHING * square(scale[feature]);
  }

  private static double square(double value) {
    return value * value;
  }

  /** As a JSON object. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("features", features);
    json.put("mean", mean);
    json.put("precision", precision);
    json.put("scale", scale);
    if (!topics.isEmpty()) {
      json.put("topics", topics.toJson());
    }
    return json;
  }

  /**
   * The prior whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when the object is of another format
   */
  @SuppressWarnings("unchecked")
  public static PooledPrior fromJson(Map<String, Object> json) {
    if (!FORMAT.equals(json.get("format"))) {
      throw new IllegalArgumentException(
          "a prior must have format '" + FORMAT + "', not '" + json.get("format") + "'");
    }
    return new PooledPrior(
        (List<String>) json.get("features"),
        numbers(json.get("mean")),
        numbers(json.get("precision")),
        numbers(json.get("scale")),
        TopicMeans.fromJson((Map<?, ?>) json.getOrDefault("topics", Map.of())));
  }

  static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }
}
