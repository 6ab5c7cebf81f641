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

  /** Four sums side by side, always in this order: a processor waits for one four times longer. */
  static double logit(double[] theta, float[] features) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < theta.length; i += 4) {
      a += theta[i] * features[i];
      b += theta[i + 1] * features[i + 1];
      c += theta[i + 2] * features[i + 2];
      d += theta[i + 3] * features[i + 3];
    }
    for (; i < theta.length; i++) {
      a += theta[i] * features[i];
    }
    return (a + b) + (c + d);
  }

  static double probability(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
