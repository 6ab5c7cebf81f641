package org.gradus.model.fit;

/** {@link LogisticLoss} of all rows plus the {@link GaussianPrior}: what a fit minimises. */
public final class LogisticObjective {
  private final ExampleMatrix examples;
  private final LogisticLoss loss;
  private final GaussianPrior prior;

  /** The objective of these examples under this prior, which must have as many columns. */
  public LogisticObjective(ExampleMatrix examples, GaussianPrior prior) {
    if (examples.columns() != prior.columns()) {
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

  /** The Hessian at theta, full and symmetric. */
  public double[][] hessian(double[] theta) {
    double[][] hessian = new double[theta.length][theta.length];
    prior.addHessian(hessian);
    loss.addHessian(0, examples.rows(), theta, hessian);
    return hessian;
  }

  /** Whether theta is on the right side of every row, which leaves the likelihood no maximum. */
  boolean separates(double[] theta) {
    return examples.rows() > 0 && loss.lowestMargin(theta) > 0;
  }
}
