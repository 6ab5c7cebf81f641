package org.gradus.model.fit;

/**
 * {@link LogisticLoss} of all rows plus the {@link GaussianPrior}: what a fit minimises. Parameters
 * are those of the columns, and behind them, where the prior has as many more, the offsets of the
 * items.
 */
public final class LogisticObjective {
  private final ExampleMatrix examples;
  private final LogisticLoss loss;
  private final GaussianPrior prior;

  /** The objective of these examples under this prior, with or without items. */
  public LogisticObjective(ExampleMatrix examples, GaussianPrior prior) {
    int offsets = prior.columns() - examples.columns();
    if (offsets != 0 && offsets != examples.items()) {
      throw new IllegalArgumentException(
          "Cannot fit " + examples.columns() + " columns with a prior of " + prior.columns() + ".");
    }
    this.examples = examples;
    this.loss = new LogisticLoss(examples);
    this.prior = prior;
  }

  /** The objective at theta, in nats. */
  public double value(double[] theta) {
    return valueAndGradient(theta, new double[theta.length]);
  }

  /** Overwrites {@code gradient} with the gradient at theta and returns the objective, in nats. */
  public double valueAndGradient(double[] theta, double[] gradient) {
    java.util.Arrays.fill(gradient, 0);
    double value = prior.add(theta, gradient);
    return value + loss.add(0, examples.rows(), theta, gradient);
  }

  /** The Hessian at theta, full and symmetric, of the columns alone. */
  public double[][] hessian(double[] theta) {
    double[][] hessian = new double[examples.columns()][examples.columns()];
    prior.addHessian(hessian);
    loss.addHessian(0, examples.rows(), theta, hessian);
    return hessian;
  }

  /** The whole Hessian at theta, factorised; {@code hessian} is that of the columns there. */
  ArrowHessian arrow(double[] theta, double[][] hessian) {
    int items = theta.length - examples.columns();
    double[] curvature = new double[items];
    double[][] cross = new double[items][];
    for (int i = 0; i < items; i++) {
      curvature[i] = prior.precision(examples.columns() + i);
    }
    loss.addItems(theta, curvature, cross);
    return ArrowHessian.of(hessian, curvature, cross);
  }

  /** Whether theta is on the right side of every row, which leaves the likelihood no maximum. */
  boolean separates(double[] theta) {
    return examples.rows() > 0 && loss.lowestMargin(theta) > 0;
  }
}
