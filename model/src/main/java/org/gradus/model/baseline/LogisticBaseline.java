package org.gradus.model.baseline;

import java.util.Arrays;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;
import org.gradus.model.knowledge.Logistic;

/**
 * Logistic regression of one exercise on a few columns, with a weak ridge that keeps exercises with
 * few answers finite.
 */
abstract class LogisticBaseline implements Baseline {
  private static final double RIDGE = 1;

  private final double[] priorMeans;
  private final float[] row;
  private final ExampleMatrix examples;
  private double[] theta;

  /** A baseline whose coefficients are shrunken, a little, toward {@code priorMeans}. */
  LogisticBaseline(double... priorMeans) {
    this.priorMeans = priorMeans;
    row = new float[priorMeans.length];
    examples = new ExampleMatrix(row.length);
  }

  /** Writes the columns, as many as there are prior means. */
  abstract void columns(Situation before, float[] out);

  @Override
  public void train(Situation before, boolean correct) {
    columns(before, row);
    examples.append(row, correct);
  }

  @Override
  public void fit() {
    double[] strengths = new double[row.length];
    Arrays.fill(strengths, RIDGE);
    GaussianPrior prior = GaussianPrior.of(priorMeans, strengths);
    theta =
        examples.rows() == 0
            ? priorMeans
            : LogisticFit.fit(examples, prior, priorMeans, FitOptions.defaults()).theta();
    examples.clear();
  }

  @Override
  public double predict(Situation before) {
    columns(before, row);
    return Logistic.probability(theta, row);
  }
}
