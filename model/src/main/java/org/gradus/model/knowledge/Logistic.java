package org.gradus.model.knowledge;

import org.gradus.model.fit.Sigmoid;

/**
 * The prediction formula, p = 1 / (1 + exp(-theta . x - offset)), once for training and serving.
 */
public final class Logistic {
  private Logistic() {}

  /**
   * P(correct) of a row of features, strictly between 0 and 1 unless |theta . x| exceeds about 36.
   */
  public static double probability(double[] theta, float[] features) {
    return probability(logit(theta, features));
  }

  /** The same with the offset of the item. */
  public static double probability(double[] theta, float[] features, double offset) {
    return probability(logit(theta, features) + offset);
  }

  /** Eight sums side by side, always in this order: a processor waits for one far longer. */
  static double logit(double[] theta, float[] features) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = 0;
    for (; i + 7 < theta.length; i += 8) {
      a += theta[i] * features[i];
      b += theta[i + 1] * features[i + 1];
      c += theta[i + 2] * features[i + 2];
      d += theta[i + 3] * features[i + 3];
      e += theta[i + 4] * features[i + 4];
      f += theta[i + 5] * features[i + 5];
      g += theta[i + 6] * features[i + 6];
      h += theta[i + 7] * features[i + 7];
    }
    for (; i < theta.length; i++) {
      a += theta[i] * features[i];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }

  static double probability(double logit) {
    return Sigmoid.of(logit);
  }
}
