package org.gradus.model.fit;

/**
 * The negative log-likelihood of rows, {@code sum_i log(1 + exp(-(2 y_i - 1) w.x_i))} in nats, its
 * gradient and its Hessian, in double precision. Each method adds the rows of a range to what is
 * there, so the sums over disjoint ranges, wherever computed, add up to the sums over all.
 */
public final class LogisticLoss {
  private final ExampleMatrix examples;

  /** The loss of these examples; it sees rows appended later. Not thread-safe. */
  public LogisticLoss(ExampleMatrix examples) {
    this.examples = examples;
  }

  /**
   * Adds the gradient over rows {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @return the loss of these rows
   */
  public double add(int from, int to, double[] theta, double[] gradient) {
    float[] x = new float[examples.columns()];
    double loss = 0;
    for (int i = from; i < to; i++) {
      examples.row(i, x);
      double sign = examples.label(i) ? 1 : -1;
      double margin = sign * dot(theta, x);
      double e = Sigmoid.expOfNegative(-Math.abs(margin));
      loss += StrictMath.log1p(e) - Math.min(margin, 0);
      double q = -sign * (margin >= 0 ? e : 1) / (1 + e);
      for (int j = 0; j < x.length; j++) {
        gradient[j] += q * x[j];
      }
    }
    return loss;
  }

  /**
   * Adds the Hessian {@code sum_i p_i (1 - p_i) x_i x_i'} over rows {@code from} (inclusive) to
   * {@code to} (exclusive) to {@code hessian}, both triangles.
   */
  public void addHessian(int from, int to, double[] theta, double[][] hessian) {
    float[] x = new float[examples.columns()];
    for (int i = from; i < to; i++) {
      examples.row(i, x);
      double e = Sigmoid.expOfNegative(-Math.abs(dot(theta, x)));
      double v = e / ((1 + e) * (1 + e));
      for (int j = 0; j < x.length; j++) {
        for (int k = 0; k < x.length; k++) {
          hessian[j][k] += v * x[j] * x[k];
        }
      }
    }
  }

  private static double dot(double[] theta, float[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += theta[j] * x[j];
    }
    return sum;
  }
}
