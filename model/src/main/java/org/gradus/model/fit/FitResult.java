package org.gradus.model.fit;

import java.util.Arrays;
import java.util.Optional;

/** A fitted theta and how the fit ended. */
public final class FitResult {
  private final double[] theta;
  private final double[] offsets;
  private final double objective;
  private final double gap;
  private final int iterations;
  private final boolean converged;
  private final Cholesky hessian;

  /** Without items; {@code hessian} may be null. */
  FitResult(
      double[] theta,
      double objective,
      double gap,
      int iterations,
      boolean converged,
      Cholesky hessian) {
    this(theta, theta.length, objective, gap, iterations, converged, hessian);
  }

  /** Parameters of so many columns, and behind them offsets; {@code hessian} may be null. */
  FitResult(
      double[] theta,
      int columns,
      double objective,
      double gap,
      int iterations,
      boolean converged,
      Cholesky hessian) {
    this.theta = Arrays.copyOf(theta, columns);
    this.offsets = Arrays.copyOfRange(theta, columns, theta.length);
    this.objective = objective;
    this.gap = gap;
    this.iterations = iterations;
    this.converged = converged;
    this.hessian = hessian;
  }

  /** The parameters, always finite; a copy. */
  public double[] theta() {
    return theta.clone();
  }

  /** The offset of every item, by number; a copy. */
  public double[] offsets() {
    return offsets.clone();
  }

  /** Theta and behind it the offsets. */
  public double[] parameters() {
    double[] all = Arrays.copyOf(theta, theta.length + offsets.length);
    System.arraycopy(offsets, 0, all, theta.length, offsets.length);
    return all;
  }

  /** The objective at theta in nats, prior included, never above that of the start. */
  public double objective() {
    return objective;
  }

  /** Estimate of objective minus the least objective, in nats; see {@link FitOptions}. */
  public double gap() {
    return gap;
  }

  /** Passes over all the rows. */
  public int iterations() {
    return iterations;
  }

  /**
   * Whether the gap came below the tolerance. False at the iteration limit, where rounding errors
   * stop all progress, and where no optimum exists: theta separates the classes and a parameter
   * without prior could grow for ever.
   */
  public boolean converged() {
    return converged;
  }

  /**
   * The factor of the objective's Hessian with respect to theta, offsets held, prior included,
   * where the rows were few enough for the fit to compute it over all of them: taken just before
   * the last step, or, without one (see {@link FitOptions#rough}), at the start of the fit. Empty
   * for many rows.
   */
  public Optional<Cholesky> hessian() {
    return Optional.ofNullable(hessian);
  }
}
