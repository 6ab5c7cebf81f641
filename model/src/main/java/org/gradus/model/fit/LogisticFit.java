package org.gradus.model.fit;

import java.util.Arrays;

/**
 * Finds the theta that minimises {@link LogisticObjective}: a quasi-Newton method around the
 * Hessian of a sample of the rows, in float arithmetic until close to the optimum and in double
 * from there. If that makes slow progress (collinear columns, separable classes) it goes over to
 * the exact Hessian. Where the sample is all rows, the last step is Newton's, which leaves errors
 * of theta far below what the tolerance allows.
 */
public final class LogisticFit {
  /** Float arithmetic serves until the gap is so many times the tolerance ... */
  private static final double FAST_GAP = 4;

  /** ... or so small a part of the objective. */
  private static final double LEAST_FAST_GAP = 1e-8;

  /** Relative rounding errors of the objective. */
  private static final double FAST_ROUNDING = 1e-9;

  private static final double EXACT_ROUNDING = 1e-16;
  private static final double POLISH_ROUNDING = 1e-14;

  /**
   * How far the Hessian at the start may overstate that at the optimum, where p (1 - p) is less.
   */
  private static final double START_CAUTION = 4;

  /** Passes after which progress is judged, and the share of the gap that may be left then. */
  private static final int TRIAL_PASSES = 8;

  private static final double TRIAL_GAIN = 0.01;

  private final LogisticObjective exact;
  private final GaussianPrior prior;
  private final FitOptions options;
  private final Sample sample;
  private final QuasiNewton descent;
  private Cholesky hessian;
  private boolean isExact;
  private double caution;
  private int trialStart;
  private double trialGap;

  private LogisticFit(
      ExampleMatrix examples, GaussianPrior prior, double[] start, FitOptions options) {
    this.exact = new LogisticObjective(examples, prior);
    this.prior = prior;
    this.options = options;
    FastLoss loss = new FastLoss(examples);
    this.sample = new Sample(examples, loss, prior);
    this.descent =
        new QuasiNewton((theta, out) -> fast(loss, prior, theta, out), start, FAST_ROUNDING);
  }

  private static double fast(
      FastLoss loss, GaussianPrior prior, double[] theta, double[] gradient) {
    Arrays.fill(gradient, 0);
    return prior.add(theta, gradient) + loss.add(theta, 1, gradient);
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
    return new LogisticFit(examples, prior, start, options).run();
  }

  private FitResult run() {
    begin();
    while (true) {
      if (!isExact && gap() <= Math.max(FAST_GAP * limit(), LEAST_FAST_GAP * descent.value())) {
        toExact(descent.next());
      }
      if (isExact && gap() <= limit()) {
        return result(true);
      }
      if (descent.evaluations() >= options.maxIterations() || !(descent.step() || recover())) {
        toExact(descent.theta());
        return result(gap() <= limit());
      }
      judge();
    }
  }

  private void begin() {
    if (!sample.isAll()) {
      descent.move(sample.firstStep(descent.theta(), descent.gradient()));
    }
    double[] theta = descent.theta();
    use(sample.curvature(theta), sample.isAll() ? START_CAUTION : sample.damping());
    if (!sample.isAll()) {
      hessian = null;
    }
  }

  private void use(Cholesky curvature, double newCaution) {
    hessian = curvature;
    descent.use(curvature);
    caution = newCaution;
    beginTrial();
  }

  private void beginTrial() {
    trialStart = descent.evaluations();
    trialGap = gap();
  }

  private double gap() {
    return caution * descent.gap();
  }

  private double limit() {
    return options.tolerance() * (1 + descent.value());
  }

  private void toExact(double[] theta) {
    if (!isExact) {
      isExact = true;
      descent.restart(exact::valueAndGradient, theta, EXACT_ROUNDING);
    }
  }

  /** After a step that could not be taken: exact numbers, then Newton's own step, then give up. */
  private boolean recover() {
    if (!isExact) {
      toExact(descent.theta());
      return true;
    }
    useExactHessian();
    return descent.step();
  }

  /** Replaces the Hessian if the last steps gained little. */
  private void judge() {
    if (descent.evaluations() - trialStart >= TRIAL_PASSES) {
      if (gap() > TRIAL_GAIN * trialGap) {
        useExactHessian();
      } else {
        beginTrial();
      }
    }
  }

  private void useExactHessian() {
    use(Cholesky.of(exact.hessian(descent.theta())), 1);
  }

  private FitResult result(boolean small) {
    boolean converged = small && !(prior.leavesFree() && exact.separates(descent.theta()));
    if (converged && sample.isAll() && options.hasLastStep()) {
      return polished();
    }
    return new FitResult(
        descent.theta(), descent.value(), gap(), descent.evaluations(), converged, hessian);
  }

  /** Few rows: one step of Newton's own costs little and takes theta to its last digits. */
  private FitResult polished() {
    useExactHessian();
    double[] next = descent.next();
    double value = exact.value(next);
    boolean better = value <= descent.value() * (1 + POLISH_ROUNDING);
    return new FitResult(
        better ? next : descent.theta(),
        better ? value : descent.value(),
        gap(),
        descent.evaluations() + 1,
        true,
        hessian);
  }
}
