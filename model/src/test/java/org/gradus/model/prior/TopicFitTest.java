package org.gradus.model.prior;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.GaussianPrior;
import org.junit.Test;

/** One topic with two exercises and one feature, where all is known in closed form. */
public class TopicFitTest {
  private static final double[] INFORMATION = {6, 3};
  private static final double[] SEEN = {1.5, 0.5};
  private static final GaussianPrior THETAS =
      GaussianPrior.of(new double[] {0.2}, new double[] {2});
  private static final GaussianPrior TOPICS =
      GaussianPrior.of(new double[] {0.2}, new double[] {4});

  /** Weight of an exercise's data in the mean, its own theta unknown. */
  private static double weight(int exercise) {
    return INFORMATION[exercise] * 2 / (INFORMATION[exercise] + 2);
  }

  private static TopicFit fitted(int rounds) {
    TopicFit topic = new TopicFit();
    topic.start(THETAS.means());
    for (int round = 0; round < rounds; round++) {
      GaussianPrior prior = topic.begin(THETAS);
      for (int e = 0; e < SEEN.length; e++) {
        double posterior = INFORMATION[e] + 2;
        double theta = (INFORMATION[e] * SEEN[e] + 2 * prior.mean(0)) / posterior;
        Covariance covariance = Covariance.of(new double[][] {{posterior}});
        topic.add(new double[] {theta}, covariance, prior);
      }
      topic.end(TOPICS);
    }
    return topic;
  }

  @Test
  public void oneStepReachesThePosteriorMeanAndStaysThere() {
    double sum = weight(0) + weight(1);
    double mean = 0.2 + (weight(0) * (1.5 - 0.2) + weight(1) * (0.5 - 0.2)) / (sum + 4);
    for (int rounds : new int[] {1, 2, 5}) {
      assertEquals(mean, fitted(rounds).mean()[0], 1e-6);
      assertEquals(1 / (sum + 4), fitted(rounds).variance(0), 1e-6);
    }
    assertEquals("what the last round's fits were around", mean, fitted(3).center()[0], 1e-6);
    assertEquals(0.2, fitted(1).center()[0], 0);
  }

  @Test
  public void sharesAreWhatEachExerciseGaveToTheMean() {
    double sum = weight(0) + weight(1);
    for (int e = 0; e < SEEN.length; e++) {
      double error = Math.sqrt(1 / (INFORMATION[e] + 2));
      assertEquals(weight(e) / (sum + 4), fitted(1).share(0, error, 2), 1e-6);
    }
  }

  /** Five columns that are one and the same: a step by the diagonal alone would overshoot. */
  @Test
  public void columnsThatStandInForOneAnotherAreReachedInOneStep() {
    double once = sameColumns(1);
    assertEquals(once, sameColumns(2), 1e-4);
    assertEquals(once, sameColumns(6), 1e-4);
    assertTrue(String.valueOf(once), once > 0.9 && once < 1);
  }

  /** The sum of the means, where the rows say that it is 1. */
  private static double sameColumns(int rounds) {
    int columns = 5;
    GaussianPrior thetas = GaussianPrior.ridge(columns, 2);
    TopicFit topic = new TopicFit();
    topic.start(new double[columns]);
    for (int round = 0; round < rounds; round++) {
      GaussianPrior prior = topic.begin(thetas);
      double[][] hessian = new double[columns][columns];
      for (double[] row : hessian) {
        Arrays.fill(row, 100);
      }
      prior.addHessian(hessian);
      double left = 1 - Arrays.stream(prior.means()).sum();
      double[] pull = new double[columns];
      Arrays.fill(pull, 100 * left);
      double[] theta = Cholesky.of(hessian).solve(pull);
      for (int j = 0; j < columns; j++) {
        theta[j] += prior.mean(j);
      }
      for (int exercise = 0; exercise < 10; exercise++) {
        topic.add(theta, Covariance.of(hessian), prior);
      }
      topic.end(GaussianPrior.ridge(columns, 1));
    }
    return Arrays.stream(topic.mean()).sum();
  }
}
