package org.gradus.model.knowledge;

/** One parameter of one exercise's theta, on several scales. Immutable. */
public final class Coefficient {
  private final String block;
  private final String feature;
  private final double theta;
  private final double standardError;
  private final double deviation;

  Coefficient(String block, String feature, double theta, double standardError, double deviation) {
    this.block = block;
    this.feature = feature;
    this.theta = theta;
    this.standardError = standardError;
    this.deviation = deviation;
  }

  /** Name of the block that the feature is of. */
  public String block() {
    return block;
  }

  /** Name of the feature. */
  public String feature() {
    return feature;
  }

  /** What one more of the feature adds to the logit. */
  public double theta() {
    return theta;
  }

  /** Posterior standard deviation of theta; NaN when the model was trained without intervals. */
  public double standardError() {
    return standardError;
  }

  /** Standard deviation of the feature over the exercise's training attempts. */
  public double deviation() {
    return deviation;
  }

  /**
   * What one standard deviation more of the feature adds to the logit: a scale on which
   * coefficients can be compared.
   */
  public double perDeviation() {
    return theta * deviation;
  }
}
