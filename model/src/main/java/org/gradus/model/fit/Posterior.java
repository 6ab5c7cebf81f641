package org.gradus.model.fit;

/**
 * The normal approximation of the posterior of theta (Laplace): mean theta, covariance the inverse
 * of the objective's exact Hessian there. Theta should be the optimum.
 */
public final class Posterior {
  private final double[][] hessian;
  private final Cholesky cholesky;

  private Posterior(double[][] hessian) {
    this.hessian = hessian;
    this.cholesky = Cholesky.of(hessian);
  }

  /** The posterior around theta, at the cost of one exact Hessian. */
  public static Posterior at(double[] theta, LogisticObjective objective) {
    return new Posterior(objective.hessian(theta));
  }

  /** The Hessian, full and symmetric; a copy. */
  public double[][] hessian() {
    double[][] copy = new double[hessian.length][];
    java.util.Arrays.setAll(copy, j -> hessian[j].clone());
    return copy;
  }

  /**
   * The Hessian's Cholesky factorisation; its jitter is above 0 if collinear columns made it
   * singular.
   */
  public Cholesky cholesky() {
    return cholesky;
  }

  /** Posterior standard deviation of every parameter. */
  public double[] standardErrors() {
    double[] errors = cholesky.inverseDiagonal();
    java.util.Arrays.setAll(errors, j -> Math.sqrt(errors[j]));
    return errors;
  }
}
