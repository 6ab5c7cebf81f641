package org.gradus.model.fit;

/**
 * When a fit stops. It has converged when half the squared Newton decrement, {@code 0.5 g' B^-1 g},
 * is below {@code tolerance x (1 + objective)}; g is the gradient in double precision, B the
 * Hessian or the fit's approximation of it. This quadratic estimate of how far the objective, in
 * nats, still lies above its minimum is exact for a quadratic objective and B its Hessian.
 */
public final class FitOptions {
  private final double tolerance;
  private final int maxIterations;
  private final boolean lastStep;

  private FitOptions(double tolerance, int maxIterations, boolean lastStep) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException(
          "Cannot fit to tolerance " + tolerance + "; it must be above 0.");
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "Cannot fit in at most " + maxIterations + " iterations; at least 1 is needed.");
    }
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
    this.lastStep = lastStep;
  }

  /** Tolerance 1e-8, at most 200 iterations. */
  public static FitOptions defaults() {
    return new FitOptions(1e-8, 200, true);
  }

  /**
   * Tolerance 1e-6, at most 200 iterations, without the last step: a fit for an iteration that
   * comes back to it, at less than half the cost.
   */
  public static FitOptions rough() {
    return new FitOptions(1e-6, 200, false);
  }

  /** These options with another tolerance, above 0; below 1e-12 rounding errors take over. */
  public FitOptions withTolerance(double newTolerance) {
    return new FitOptions(newTolerance, maxIterations, lastStep);
  }

  /** These options with another limit of passes over the rows, at least 1. */
  public FitOptions withMaxIterations(int newMaxIterations) {
    return new FitOptions(tolerance, newMaxIterations, lastStep);
  }

  /** Largest gap to the optimum accepted, relative to 1 + objective. */
  public double tolerance() {
    return tolerance;
  }

  /** Largest number of passes over the rows. */
  public int maxIterations() {
    return maxIterations;
  }

  /** Whether few rows are given one more step, Newton's own, after the tolerance is met. */
  boolean hasLastStep() {
    return lastStep;
  }
}
