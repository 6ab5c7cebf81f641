package org.gradus.model.fit;

/**
 * Finds theta and the offsets of items together: the minimum of {@link LogisticObjective} with
 * items. A quasi-Newton method around the exact Hessian at the start ({@link ArrowHessian}), which
 * is computed anew when progress is slow. Where rows are many it begins at the theta without
 * offsets ({@link LogisticFit}, roughly), beyond which it costs about one Hessian and ten
 * gradients; where they are few the last step is Newton's own.
 */
public final class ItemFit {
  private static final double ROUNDING = 1e-16;
  private static final double POLISH_ROUNDING = 1e-14;

  /** How far the Hessian where all offsets are 0 may overstate that at the optimum. */
  private static final double START_CAUTION = 4;

  private static final int TRIAL_PASSES = 8;

  /** Rows for which a Hessian costs little, and how much closer to the optimum it is taken. */
  private static final int FEW_ROWS = 1 << 13;

  private static final double CLOSER = 0.01;

  private final ExampleMatrix examples;
  private final LogisticObjective objective;
  private final GaussianPrior prior;
  private final FitOptions options;
  private final QuasiNewton descent;
  private double[][] hessian;
  private double caution = START_CAUTION;

  private ItemFit(ExampleMatrix examples, GaussianPrior prior, double[] start, FitOptions options) {
    this.examples = examples;
    this.prior = prior;
    this.options = options;
    this.objective = new LogisticObjective(examples, prior);
    this.descent = new QuasiNewton(objective::valueAndGradient, start, ROUNDING);
  }

  /**
   * Fits both.
   *
   * @param prior of theta
   * @param itemPrecision one over the variance of offsets around 0, above 0
   * @param start one finite value per column
   * @throws IllegalArgumentException as {@link LogisticFit#fit} does
   */
  public static FitResult fit(
      ExampleMatrix examples,
      GaussianPrior prior,
      double itemPrecision,
      double[] start,
      FitOptions options) {
    if (examples.items() == 0) {
      return LogisticFit.fit(examples, prior, start, options);
    }
    double[] theta =
        examples.rows() <= FEW_ROWS
            ? start
            : LogisticFit.fit(examples, prior, start, FitOptions.rough()).theta();
    double[] both = java.util.Arrays.copyOf(theta, theta.length + examples.items());
    GaussianPrior joint = prior.with(examples.items(), itemPrecision);
    return new ItemFit(examples, joint, both, options).run();
  }

  private FitResult run() {
    useHessian();
    int trialStart = descent.evaluations();
    boolean fresh = true;
    while (gap() > limit() && descent.evaluations() < options.maxIterations()) {
      if (descent.evaluations() - trialStart < TRIAL_PASSES && descent.step()) {
        fresh = false;
      } else if (fresh) {
        break;
      } else {
        useHessian();
        caution = 1;
        trialStart = descent.evaluations();
        fresh = true;
      }
    }
    boolean separated = prior.leavesFree() && objective.separates(descent.theta());
    boolean converged = gap() <= limit() && !separated;
    return converged && takesLastStep()
        ? polished()
        : result(descent.theta(), descent.value(), converged, null);
  }

  private double gap() {
    return caution * descent.gap();
  }

  private double limit() {
    return (takesLastStep() ? CLOSER : 1) * options.tolerance() * (1 + descent.value());
  }

  private boolean takesLastStep() {
    return options.hasLastStep() && examples.rows() <= FEW_ROWS;
  }

  private void useHessian() {
    hessian = objective.hessian(descent.theta());
    descent.use(objective.arrow(descent.theta(), hessian));
  }

  private FitResult polished() {
    useHessian();
    caution = 1;
    double[] next = descent.next();
    double value = objective.value(next);
    boolean better = value <= descent.value() * (1 + POLISH_ROUNDING);
    return result(
        better ? next : descent.theta(),
        better ? value : descent.value(),
        true,
        Cholesky.of(hessian));
  }

  private FitResult result(double[] theta, double value, boolean converged, Cholesky factor) {
    return new FitResult(
        theta, examples.columns(), value, gap(), descent.evaluations(), converged, factor);
  }
}
