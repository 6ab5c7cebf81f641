package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.List;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.GaussianPrior;

/**
 * The mean of the thetas of one topic's exercises. With Lambda the precision of thetas around it, C
 * the posterior covariance of an exercise's theta and mu and Lambda_T the mean and the precision of
 * topics, each round takes a step of Newton's method,
 *
 * <pre>
 * W = sum Lambda - Lambda C Lambda
 * mean = mu + (W + Lambda_T)^-1 (W (last mean - mu) + sum Lambda (theta - last mean)),
 * </pre>
 *
 * toward the mode of all thetas and means together: W is the information of the exercises on the
 * mean, whatever their own thetas are. It is used whole, not only its diagonal, since columns stand
 * in for one another. Memory: 8 x features^2 bytes during a round.
 */
final class TopicFit {
  private final List<Integer> exercises = new ArrayList<>();
  private double[] center;
  private double[] mean;
  private double[] variance;
  private double[] diagonal;
  private double[] determined;
  private double[][] information;
  private double[] pull;

  /** Adds an exercise by its number. */
  void add(int exercise) {
    exercises.add(exercise);
  }

  /** Numbers of its exercises, ascending. */
  List<Integer> exercises() {
    return exercises;
  }

  /** Sets the mean that the first round begins at. */
  void start(double[] first) {
    mean = first;
  }

  /** Begins a round; the prior of its exercises, with the precisions of {@code prior}. */
  GaussianPrior begin(GaussianPrior prior) {
    center = mean;
    information = new double[prior.columns()][prior.columns()];
    pull = new double[prior.columns()];
    return GaussianPrior.of(center, prior.precisions());
  }

  /** Takes in what an exercise's fit under this round's prior came to. */
  void add(double[] theta, Covariance covariance, GaussianPrior prior) {
    covariance.addInformationOnMean(prior, information);
    for (int j = 0; j < pull.length; j++) {
      pull[j] += prior.precision(j) * (theta[j] - center[j]);
    }
  }

  /** Ends a round. */
  void end(GaussianPrior topics) {
    int columns = pull.length;
    double[] right = pull;
    diagonal = new double[columns];
    for (int j = 0; j < columns; j++) {
      diagonal[j] = information[j][j];
      for (int k = 0; k < columns; k++) {
        right[j] += information[j][k] * (center[k] - topics.mean(k));
      }
    }
    topics.addHessian(information);
    Cholesky hessian = Cholesky.of(information);
    information = null;
    mean = hessian.solve(right);
    variance = hessian.inverseDiagonal();
    determined = new double[columns];
    for (int j = 0; j < columns; j++) {
      mean[j] += topics.mean(j);
      determined[j] = Math.max(0, 1 - topics.precision(j) * variance[j]);
    }
  }

  /** What exercises were shrunk toward in the last round. */
  double[] center() {
    return center;
  }

  /** The mean after the last round. */
  double[] mean() {
    return mean;
  }

  /** Posterior variance of the mean in a column. */
  double variance(int column) {
    return variance[column];
  }

  /**
   * What one exercise gave of itself to the mean: of the share of a coefficient that the data
   * determine (1 - Lambda_T x variance), its part by information. Of the sum over exercises that
   * much does not speak of how far they stray from the mean.
   *
   * @param error standard error of its coefficient, under a prior of this precision
   */
  double share(int column, double error, double precision) {
    double own = precision * (1 - precision * error * error);
    return diagonal[column] > 0 ? determined[column] * Math.max(0, own) / diagonal[column] : 0;
  }
}
