package org.gradus.model.prior;

import java.util.Arrays;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * One logistic regression over the rows of all exercises. Each block of features is shrunk toward
 * zero as strongly as its {@link Evidence} says; then {@link WideBlocks} come in, as far as they
 * pay.
 */
final class PooledTheta {
  private static final double START = 10;
  private static final double FIRM = 10_000;
  private static final double HOLD = 1;
  private static final double CONSTANT_PRECISION = 0.01;
  private static final int ROUNDS = 6;

  private final ExampleMatrix rows;
  private final Blocks blocks;
  private final double[] scale;
  private final boolean[] isConstant;
  private double[] theta;
  private double[] ridge;

  private PooledTheta(ExampleMatrix rows, Blocks blocks, double[] scale, boolean[] isConstant) {
    this.rows = rows;
    this.blocks = blocks;
    this.scale = scale;
    this.isConstant = isConstant;
  }

  /**
   * Fits.
   *
   * @param groups of students, by row
   * @param scale standard deviation by column
   * @param isConstant by column, whether it does not vary
   */
  static double[] fit(
      ExampleMatrix rows, byte[] groups, Blocks blocks, double[] scale, boolean[] isConstant) {
    PooledTheta pooled = new PooledTheta(rows, blocks, scale, isConstant);
    pooled.fit();
    if (blocks.anyWide()) {
      pooled.addWideBlocks(groups);
    }
    return pooled.theta;
  }

  private void fit() {
    theta = new double[scale.length];
    ridge = new double[scale.length];
    Arrays.fill(ridge, START);
    for (int round = 0; round <= ROUNDS; round++) {
      WideBlocks.shrinkAway(blocks, ridge);
      GaussianPrior prior = prior(ridge);
      FitOptions options = round < ROUNDS ? FitOptions.rough() : FitOptions.defaults();
      theta = LogisticFit.fit(rows, prior, theta, options).theta();
      if (round < ROUNDS) {
        nextRidge(prior);
      }
    }
  }

  private GaussianPrior prior(double[] ridges) {
    double[] precision = new double[scale.length];
    Arrays.setAll(
        precision, j -> (isConstant[j] ? CONSTANT_PRECISION : ridges[j]) * scale[j] * scale[j]);
    return GaussianPrior.of(new double[scale.length], precision);
  }

  /**
   * One precision for each block of features, by a step of the iteration only: columns that stand
   * in for one another would all be shrunk away at its end.
   */
  private void nextRidge(GaussianPrior prior) {
    double[] errors = Covariance.at(theta, rows, prior).standardErrors();
    for (int block = 0; block < blocks.count(); block++) {
      Evidence evidence = new Evidence();
      int start = blocks.start(block);
      for (int j = start; j < blocks.start(block + 1); j++) {
        if (!isConstant[j]) {
          double error = errors[j] * scale[j];
          evidence.add(theta[j] * scale[j], error * error, ridge[j], 1);
        }
      }
      blocks.fill(ridge, block, evidence.step(ridge[start], FIRM, HOLD));
    }
  }

  private void addWideBlocks(byte[] groups) {
    StudentTrial trial = new StudentTrial(rows, 0, rows.rows(), groups, theta);
    double[] before = ridge.clone();
    WideBlocks.choose(
        blocks,
        ridge,
        ridges -> ridges.stream().map(r -> trial.losses(prior(r))).toArray(double[][]::new));
    if (!Arrays.equals(before, ridge)) {
      theta = LogisticFit.fit(rows, prior(ridge), theta, FitOptions.defaults()).theta();
    }
  }
}
