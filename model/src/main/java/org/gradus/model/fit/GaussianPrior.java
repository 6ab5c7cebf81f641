package org.gradus.model.fit;

import java.util.Arrays;

/**
 * Independent normal priors of the parameters: parameter j has mean {@code mean(j)} and precision
 * (one over the variance) {@code precision(j)}; precision 0 leaves it free. Immutable.
 */
public final class GaussianPrior {
  private final double[] mean;
  private final double[] precision;

  private GaussianPrior(double[] mean, double[] precision) {
    this.mean = mean;
    this.precision = precision;
  }

  /**
   * A prior with these means and precisions, copied.
   *
   * @throws IllegalArgumentException if the lengths differ, a mean is not finite, or a precision is
   *     negative or not finite
   */
  public static GaussianPrior of(double[] mean, double[] precision) {
    if (mean.length != precision.length) {
      throw new IllegalArgumentException(
          "Cannot make a prior of "
              + mean.length
              + " means and "
              + precision.length
              + " precisions.");
    }
    for (int j = 0; j < mean.length; j++) {
      if (!Double.isFinite(mean[j]) || !(precision[j] >= 0) || !Double.isFinite(precision[j])) {
        throw new IllegalArgumentException(
            "Cannot make a prior: column "
                + j
                + " has mean "
                + mean[j]
                + " and precision "
                + precision[j]
                + "; both must be finite, the precision at least 0.");
      }
    }
    return new GaussianPrior(mean.clone(), precision.clone());
  }

  /** Mean 0 and the same precision {@code strength} (at least 0) for every column. */
  public static GaussianPrior ridge(int columns, double strength) {
    double[] precision = new double[columns];
    Arrays.fill(precision, strength);
    return of(new double[columns], precision);
  }

  /**
   * This prior for the parameters there are, and behind them so many of mean 0 and one precision.
   */
  public GaussianPrior with(int more, double itsPrecision) {
    double[] means = Arrays.copyOf(mean, mean.length + more);
    double[] precisions = Arrays.copyOf(precision, precision.length + more);
    Arrays.fill(precisions, precision.length, precisions.length, itsPrecision);
    return of(means, precisions);
  }

  /** Number of parameters. */
  public int columns() {
    return mean.length;
  }

  /** Prior mean of a parameter. */
  public double mean(int column) {
    return mean[column];
  }

  /** Prior precision of a parameter, 0 or more. */
  public double precision(int column) {
    return precision[column];
  }

  /** A copy of all precisions. */
  public double[] precisions() {
    return precision.clone();
  }

  /** A copy of all means, a natural start of a fit. */
  public double[] means() {
    return mean.clone();
  }

  /** Whether some parameter has precision 0. */
  boolean leavesFree() {
    return Arrays.stream(precision).anyMatch(p -> p == 0);
  }

  /**
   * Adds the gradient of {@code 0.5 sum_j precision_j (theta_j - mean_j)^2} to {@code gradient}.
   *
   * @return that sum
   */
  public double add(double[] theta, double[] gradient) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      double pull = precision[j] * (theta[j] - mean[j]);
      gradient[j] += pull;
      sum += 0.5 * pull * (theta[j] - mean[j]);
    }
    return sum;
  }

  /** Adds the precisions to the diagonal of {@code hessian}, which may have fewer columns. */
  public void addHessian(double[][] hessian) {
    for (int j = 0; j < hessian.length; j++) {
      hessian[j][j] += precision[j];
    }
  }
}
