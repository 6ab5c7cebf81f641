package org.gradus.jobs.train;

import org.apache.hadoop.conf.Configuration;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LossSums;
import org.gradus.model.fit.Moments;
import org.gradus.model.knowledge.ExerciseSpread;

/** Makes the {@link ExerciseSpread} of each exercise, with or without intervals. */
final class Spreads {
  private final int[] widths;
  private final boolean intervals;

  private Spreads(FeatureSet featureSet, boolean intervals) {
    this.widths = featureSet.widths();
    this.intervals = intervals;
  }

  static Spreads of(Configuration configuration) {
    return new Spreads(
        ExampleMapper.featureSet(configuration), TrainStep.INTERVALS.get(configuration));
  }

  /**
   * That of a theta, perhaps with offsets, fitted to these rows; with the Hessian, unless it is
   * null, of their fit.
   */
  ExerciseSpread of(
      String exercise, double[] theta, ExampleMatrix rows, GaussianPrior prior, Cholesky hessian) {
    Moments moments = new Moments(widths);
    moments.add(rows, theta);
    return new ExerciseSpread(exercise, moments, covariance(theta, rows, prior, hessian));
  }

  private Covariance covariance(
      double[] theta, ExampleMatrix rows, GaussianPrior prior, Cholesky hessian) {
    if (!intervals) {
      return null;
    }
    return hessian == null ? Covariance.at(theta, rows, prior) : Covariance.of(hessian);
  }

  /** That of a theta fitted in rounds, by the sums of the last round. */
  ExerciseSpread of(String exercise, LossSums sums, GaussianPrior prior) {
    double[][] hessian = sums.hessian();
    prior.addHessian(hessian);
    return new ExerciseSpread(exercise, sums.moments(), intervals ? Covariance.of(hessian) : null);
  }
}
