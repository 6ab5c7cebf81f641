package org.gradus.model.knowledge;

/** The prediction formula, p = 1 / (1 + exp(-theta . x)), once for training and serving. */
public final class Logistic {
  private Logistic() {}

  /**
   * P(correct) of a row of features, strictly between 0 and 1 unless |theta . x| exceeds about 36.
   */
  public static double probability(double[] theta, float[] features) {
    return probability(logit(theta, features));
  }

  static double logit(double[] theta, float[] features) {
    double logit = 0;
    for (int i = 0; i < theta.length; i++) {
      logit += theta[i] * features[i];
    }
    return logit;
  }

  static double probability(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
