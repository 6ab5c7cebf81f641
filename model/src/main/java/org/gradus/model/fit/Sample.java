package org.gradus.model.fit;

import java.util.Arrays;

/**
 * Evenly spaced rows that stand for all: they give a cheap Hessian, and a cheap first step. The
 * step minimises the sample's objective, scaled up and tilted so that its gradient at the start is
 * that of all rows (Shamir, Srebro and Zhang, ICML 2014, "DANE"). When the rows are few the sample
 * is all of them.
 */
final class Sample {
  private static final int ROWS_PER_COLUMN = 16;
  private static final int LEAST_ROWS = 512;
  private static final int MOST_STEPS = 20;

  /** p (1 - p) of a typical row. */
  private static final double TYPICAL_WEIGHT = 0.15;

  private static final double ROUNDING = 1e-7;

  private final ExampleMatrix rows;
  private final FastLoss loss;
  private final GaussianPrior prior;
  private final double scale;
  private final double damping;
  private final double[] unseenSquares;

  Sample(ExampleMatrix examples, FastLoss allLoss, GaussianPrior prior) {
    int wanted = Math.max(LEAST_ROWS, ROWS_PER_COLUMN * examples.columns());
    boolean all = examples.rows() < 4L * wanted;
    this.rows = all ? examples : examples.sample(wanted);
    this.loss = all ? allLoss : new FastLoss(rows);
    this.prior = prior;
    this.scale = (double) examples.rows() / Math.max(1, rows.rows());
    // Hessians of samples: eigenvalues of H_sample^-1 H lie within 1/(1 -+ sqrt(columns/rows))^2
    // (Marchenko and Pastur); damping is the middle of that range, best for a step of length 1.
    double ratio = all ? 0 : (double) examples.columns() / rows.rows();
    this.damping = (1 + ratio) / ((1 - ratio) * (1 - ratio));
    this.unseenSquares = new double[examples.columns()];
    if (!all) {
      findUnseen(allLoss);
    }
  }

  /**
   * Columns which the sample hardly meets lack curvature there; it is made good on the diagonal.
   */
  private void findUnseen(FastLoss allLoss) {
    double[] seen = new double[unseenSquares.length];
    loss.addSquares(seen);
    allLoss.addSquares(unseenSquares);
    for (int j = 0; j < seen.length; j++) {
      double unseen = unseenSquares[j] - 2 * scale * seen[j];
      unseenSquares[j] = unseen > 0 && unseen <= Double.MAX_VALUE ? unseen : 0;
    }
  }

  /** Whether the sample is all rows. */
  boolean isAll() {
    return scale == 1;
  }

  /** The factor, at least 1, by which {@link #curvature} overstates the Hessian on purpose. */
  double damping() {
    return damping;
  }

  /** Approximate Hessian of the objective over all rows. */
  Cholesky curvature(double[] theta) {
    double[][] matrix = new double[theta.length][theta.length];
    new LogisticLoss(rows).addHessian(0, rows.rows(), theta, scale * damping, matrix);
    prior.addHessian(matrix);
    for (int j = 0; j < matrix.length; j++) {
      matrix[j][j] += TYPICAL_WEIGHT * unseenSquares[j];
    }
    return Cholesky.of(matrix);
  }

  /** A step from {@code start} that lowers the objective, whose gradient there is given. */
  double[] firstStep(double[] start, double[] gradient) {
    double[] tilt = gradient.clone();
    double[] own = new double[tilt.length];
    evaluate(start, own);
    Arrays.setAll(tilt, j -> gradient[j] - own[j]);
    QuasiNewton descent =
        new QuasiNewton((theta, out) -> tilted(theta, start, tilt, out), start, ROUNDING);
    descent.use(curvature(start));
    double enough = 0.01 * descent.gap();
    while (descent.gap() > enough && descent.evaluations() < MOST_STEPS && descent.step()) {}
    double[] step = QuasiNewton.plus(descent.theta(), -1, start);
    Arrays.setAll(step, j -> step[j] / damping);
    return step;
  }

  private double tilted(double[] theta, double[] start, double[] tilt, double[] gradient) {
    double value = evaluate(theta, gradient);
    for (int j = 0; j < tilt.length; j++) {
      value += tilt[j] * (theta[j] - start[j]);
      gradient[j] += tilt[j];
    }
    return value;
  }

  private double evaluate(double[] theta, double[] gradient) {
    Arrays.fill(gradient, 0);
    return prior.add(theta, gradient) + loss.add(theta, scale, gradient);
  }
}
