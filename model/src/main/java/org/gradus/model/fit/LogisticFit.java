package org.gradus.model.fit;

/** Finds the theta that minimises {@link LogisticObjective}. */
public final class LogisticFit {
  private final LogisticObjective objective;
  private final double[] gradient;
  private double[] theta;
  private double value;

  private LogisticFit(LogisticObjective objective, double[] start) {
    this.objective = objective;
    this.theta = start.clone();
    this.gradient = new double[start.length];
    this.value = objective.valueAndGradient(theta, gradient);
  }

  /**
   * Fits theta, starting from {@code start} (one finite value per column; it changes the time
   * needed, hardly the result).
   *
   * @throws IllegalArgumentException if examples, prior and start differ in length or start is not
   *     finite
   */
  public static FitResult fit(
      ExampleMatrix examples, GaussianPrior prior, double[] start, FitOptions options) {
    if (start.length != examples.columns()) {
      throw new IllegalArgumentException(
          "Cannot fit " + examples.columns() + " columns from a start of " + start.length + ".");
    }
    for (int j = 0; j < start.length; j++) {
      if (!Double.isFinite(start[j])) {
        throw new IllegalArgumentException(
            "Cannot fit: column " + j + " starts at " + start[j] + ", not finite.");
      }
    }
    return new LogisticFit(new LogisticObjective(examples, prior), start).run(options);
  }

  private FitResult run(FitOptions options) {
    for (int passes = 1; ; passes++) {
      Cholesky hessian = Cholesky.of(objective.hessian(theta));
      double gap = 0.5 * hessian.inverseQuadraticForm(gradient);
      boolean converged = gap <= options.tolerance() * (1 + value);
      if (converged || passes >= options.maxIterations() || !descend(hessian.solve(gradient))) {
        return new FitResult(theta, value, gap, passes, converged);
      }
    }
  }

  private boolean descend(double[] step) {
    double[] next = new double[theta.length];
    for (double scale = 1; scale > 1e-9; scale /= 2) {
      for (int j = 0; j < next.length; j++) {
        next[j] = theta[j] - scale * step[j];
      }
      double nextValue = objective.valueAndGradient(next, gradient);
      if (nextValue < value) {
        theta = next;
        value = nextValue;
        return true;
      }
    }
    objective.valueAndGradient(theta, gradient);
    return false;
  }
}
