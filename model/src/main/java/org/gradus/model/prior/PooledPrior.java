package org.gradus.model.prior;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.fit.GaussianPrior;

/**
 * The Gaussian that thetas of exercises come from: mean, and for each feature the precision and the
 * scale (standard deviation of the feature over training attempts, 1 for a constant). Immutable.
 */
public final class PooledPrior {
  private static final String FORMAT = "gradus-prior-1";

  private final List<String> features;
  private final double[] mean;
  private final double[] precision;
  private final double[] scale;

  PooledPrior(List<String> features, double[] mean, double[] precision, double[] scale) {
    this.features = List.copyOf(features);
    this.mean = mean;
    this.precision = precision;
    this.scale = scale;
  }

  /** Names of the features, in the order of all arrays. */
  public List<String> features() {
    return features;
  }

  /** The pooled theta, which predicts for any exercise without data. */
  public double[] mean() {
    return mean.clone();
  }

  /** Precision (one over variance) of the exercises' thetas around the mean. */
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
   * precision_j = ridge x scale_j^2.
   */
  public GaussianPrior gaussian(double ridge) {
    double[] strengths = new double[mean.length];
    Arrays.setAll(strengths, j -> ridge * scale[j] * scale[j]);
    return GaussianPrior.of(mean, strengths);
  }

  /** As a JSON object. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("features", features);
    json.put("mean", mean);
    json.put("precision", precision);
    json.put("scale", scale);
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
        numbers(json, "mean"),
        numbers(json, "precision"),
        numbers(json, "scale"));
  }

  private static double[] numbers(Map<String, Object> json, String name) {
    return ((List<?>) json.get(name))
        .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }
}
