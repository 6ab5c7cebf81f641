package org.gradus.model.prior;

import java.util.Arrays;
import java.util.List;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * One logistic regression over the rows of all exercises. Each block of features is shrunk toward
 * zero as strongly as its {@link Evidence} says; then {@link WideBlocks} come in, as far as they
 * pay within exercises: a block that only tells the exercises apart would stand in for their own
 * levels, which they find themselves. So its columns are then taken relative to their mean in the
 * exercise, as in a regression with fixed effects, which needs a second copy of the rows.
 */
final class PooledTheta {
  private static final double START = 10;

  /**
   * No coefficient of a standardised feature is expected far from 0. Where all students answer the
   * same questions, rates without the own answers differ by these alone; a fit that may weigh so
   * small a difference by a hundred logits reads the answer from it.
   */
  private static final double LEAST = 30;

  private static final double FIRM = 10_000;
  private static final double HOLD = 1;
  private static final double CONSTANT_PRECISION = 0.01;
  private static final int ROUNDS = 6;

  private final ExampleMatrix rows;
  private final Blocks blocks;
  private final FeatureScales scale;
  private final Runnable progress;
  private double[] theta;
  private double[] ridge;

  private PooledTheta(ExampleMatrix rows, Blocks blocks, FeatureScales scale, Runnable progress) {
    this.rows = rows;
    this.blocks = blocks;
    this.scale = scale;
    this.progress = progress;
  }

  /**
   * Fits.
   *
   * @param ends where each exercise ends, exclusive
   * @param groups of students, by row
   * @param progress called again and again
   */
  static double[] fit(
      ExampleMatrix rows,
      List<Integer> ends,
      byte[] groups,
      Blocks blocks,
      FeatureScales scale,
      Runnable progress) {
    PooledTheta pooled = new PooledTheta(rows, blocks, scale, progress);
    pooled.fit();
    if (blocks.anyWide()) {
      pooled.addWideBlocks(pooled.withinExercises(ends), groups);
    }
    return pooled.theta;
  }

  private void fit() {
    theta = new double[scale.columns()];
    ridge = new double[scale.columns()];
    Arrays.fill(ridge, START);
    WideBlocks.shrinkAway(blocks, ridge);
    for (int round = 0; round <= ROUNDS; round++) {
      GaussianPrior prior = prior(ridge);
      FitOptions options = round < ROUNDS ? FitOptions.rough() : FitOptions.defaults();
      theta = LogisticFit.fit(rows, prior, theta, options).theta();
      progress.run();
      if (round < ROUNDS) {
        nextRidge(prior);
      }
    }
  }

  private GaussianPrior prior(double[] ridges) {
    double[] precision = new double[scale.columns()];
    Arrays.setAll(precision, j -> scale.isConstant(j) ? CONSTANT_PRECISION : ridges[j]);
    return GaussianPrior.of(new double[scale.columns()], scale.precision(precision));
  }

  /**
   * One precision for each block of features, by a step of the iteration only: columns that stand
   * in for one another would all be shrunk away at its end.
   */
  private void nextRidge(GaussianPrior prior) {
    double[] errors = Covariance.at(theta, rows, prior).standardErrors();
    for (int block = 0; block < blocks.count(); block++) {
      if (blocks.isWide(block)) {
        continue;
      }
      Evidence evidence = new Evidence();
      int start = blocks.start(block);
      for (int j = start; j < blocks.start(block + 1); j++) {
        if (!scale.isConstant(j)) {
          double error = errors[j] * scale.of(j);
          evidence.add(theta[j] * scale.of(j), error * error, ridge[j], 1);
        }
      }
      blocks.fill(ridge, block, Math.max(LEAST, evidence.step(ridge[start], FIRM, HOLD)));
    }
  }

  /** The rows with wide columns less their mean in the exercise, plus that of all rows. */
  private ExampleMatrix withinExercises(List<Integer> ends) {
    double[] overall = means(0, rows.rows());
    boolean[] narrow = blocks.narrow();
    ExampleMatrix within = new ExampleMatrix(scale.columns());
    float[] row = new float[scale.columns()];
    int start = 0;
    for (int end : ends) {
      double[] own = means(start, end);
      for (int i = start; i < end; i++) {
        rows.row(i, row);
        for (int j = 0; j < row.length; j++) {
          row[j] += narrow[j] ? 0 : (float) (overall[j] - own[j]);
        }
        within.append(row, rows.label(i));
      }
      start = end;
    }
    return within;
  }

  private double[] means(int start, int end) {
    double[] means = new double[scale.columns()];
    float[] row = new float[scale.columns()];
    for (int i = start; i < end; i++) {
      rows.row(i, row);
      for (int j = 0; j < row.length; j++) {
        means[j] += row[j] / (double) (end - start);
      }
    }
    return means;
  }

  private void addWideBlocks(ExampleMatrix within, byte[] groups) {
    StudentTrial trial = new StudentTrial(within, 0, within.rows(), groups, theta);
    double[] before = ridge.clone();
    WideBlocks.choose(
        blocks,
        ridge,
        ridges -> ridges.stream().map(r -> trial.losses(prior(r))).toArray(double[][]::new));
    progress.run();
    if (!Arrays.equals(before, ridge)) {
      theta = LogisticFit.fit(within, prior(ridge), theta, FitOptions.defaults()).theta();
    }
  }
}
