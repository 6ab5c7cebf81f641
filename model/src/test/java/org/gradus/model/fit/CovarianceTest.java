package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class CovarianceTest {
  private static double[] fit(ExampleMatrix examples, GaussianPrior prior) {
    return LogisticFit.fit(examples, prior, prior.means(), FitOptions.defaults()).theta();
  }

  private static double dot(double[] theta, float[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += theta[j] * x[j];
    }
    return sum;
  }

  /** With the rows' own information H it is (P^-1 + H^-1)^-1, as variances of a sum add up. */
  @Test
  public void theMeanOfThePriorIsAsSureAsThePriorAndTheRowsLeaveIt() {
    double[][] rows = {{3, 1}, {1, 2}};
    GaussianPrior prior = GaussianPrior.of(new double[2], new double[] {4, 0.5});
    Covariance posterior = Covariance.of(new double[][] {{7, 1}, {1, 2.5}});
    double[][] information = {{10, 0}, {0, 10}};
    posterior.addInformationOnMean(prior, information);
    double determinant = rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0];
    double[][] variance = {
      {0.25 + rows[1][1] / determinant, -rows[0][1] / determinant},
      {-rows[1][0] / determinant, 2 + rows[0][0] / determinant}
    };
    double both = variance[0][0] * variance[1][1] - variance[0][1] * variance[1][0];
    assertEquals(10 + variance[1][1] / both, information[0][0], 1e-5);
    assertEquals(10 + variance[0][0] / both, information[1][1], 1e-5);
    assertEquals(-variance[0][1] / both, information[0][1], 1e-5);
    assertEquals(information[0][1], information[1][0], 0);
  }

  @Test
  public void agreesWithFiniteDifferencesOfTheObjective() {
    ExampleMatrix examples = Examples.random(400, 5, 3);
    GaussianPrior prior = GaussianPrior.ridge(5, 2);
    double[] theta = fit(examples, prior);
    double[][] hessian = new double[5][5];
    double h = 1e-3;
    for (int j = 0; j < 5; j++) {
      for (int k = 0; k < 5; k++) {
        hessian[j][k] =
            (at(examples, prior, theta, j, h, k, h)
                    - at(examples, prior, theta, j, h, k, -h)
                    - at(examples, prior, theta, j, -h, k, h)
                    + at(examples, prior, theta, j, -h, k, -h))
                / (4 * h * h);
      }
    }
    float[] x = {0.3f, -1, 2, 0, 1};
    Cholesky expected = Cholesky.of(hessian);
    Covariance actual = Covariance.at(theta, examples, prior);
    double variance = expected.inverseQuadraticForm(new double[] {0.3f, -1, 2, 0, 1});
    assertEquals(variance, actual.variance(x), 1e-4 * variance);
    double[] errors = Arrays.stream(expected.inverseDiagonal()).map(Math::sqrt).toArray();
    assertArrayEquals(errors, actual.standardErrors(), 1e-4);
  }

  private static double at(
      ExampleMatrix examples,
      GaussianPrior prior,
      double[] theta,
      int j,
      double byJ,
      int k,
      double byK) {
    double[] moved = theta.clone();
    moved[j] += byJ;
    moved[k] += byK;
    return Examples.objective(examples, prior, moved);
  }

  @Test
  public void ninetyPercentIntervalsCoverThePlantedLogitNineTimesInTen() {
    Random random = new Random(5);
    int columns = 6;
    double precision = 4;
    int covered = 0;
    int intervals = 0;
    for (int exercise = 0; exercise < 120; exercise++) {
      double[] truth = random.doubles(columns).map(none -> random.nextGaussian() / 2).toArray();
      ExampleMatrix examples = drawn(truth, 10 + 2 * exercise, random);
      GaussianPrior prior = GaussianPrior.ridge(columns, precision);
      double[] theta = fit(examples, prior);
      Covariance covariance = Covariance.at(theta, examples, prior);
      for (int i = 0; i < 25; i++) {
        float[] x = row(columns, random);
        double distance = Math.abs(dot(theta, x) - dot(truth, x));
        covered += distance < 1.6449 * Math.sqrt(covariance.variance(x)) ? 1 : 0;
        intervals++;
      }
    }
    assertEquals(0.9, (double) covered / intervals, 0.02);
  }

  private static float[] row(int columns, Random random) {
    float[] x = new float[columns];
    for (int j = 0; j < columns; j++) {
      x[j] = j == 0 ? 1 : (float) random.nextGaussian();
    }
    return x;
  }

  private static ExampleMatrix drawn(double[] truth, int rows, Random random) {
    ExampleMatrix examples = new ExampleMatrix(truth.length);
    for (int i = 0; i < rows; i++) {
      float[] x = row(truth.length, random);
      examples.append(x, random.nextDouble() < 1 / (1 + Math.exp(-dot(truth, x))));
    }
    return examples;
  }

  @Test
  public void shrinksWithTheRootOfTheRows() {
    GaussianPrior prior = GaussianPrior.ridge(4, 0.01);
    float[] x = {1, -0.5f, 0.5f, 1};
    ExampleMatrix few = Examples.random(1000, 4, 8);
    ExampleMatrix many = Examples.random(4000, 4, 8);
    double small = Covariance.at(fit(few, prior), few, prior).variance(x);
    double large = Covariance.at(fit(many, prior), many, prior).variance(x);
    assertEquals(4, small / large, 0.4);
  }

  @Test
  public void aSampleOfManyRowsStandsForAll() {
    ExampleMatrix examples = Examples.random(30_000, 10, 2);
    GaussianPrior prior = GaussianPrior.ridge(10, 1);
    double[] theta = fit(examples, prior);
    double[] all =
        Covariance.of(new LogisticObjective(examples, prior).hessian(theta)).standardErrors();
    double[] sampled = Covariance.at(theta, examples, prior).standardErrors();
    for (int j = 0; j < all.length; j++) {
      assertEquals(1, sampled[j] / all[j], 0.03);
    }
  }

  @Test
  public void withoutRowsItIsThePrior() {
    Covariance covariance =
        Covariance.at(new double[2], new ExampleMatrix(2), GaussianPrior.ridge(2, 4));
    assertArrayEquals(new double[] {0.5, 0.5}, covariance.standardErrors(), 1e-7);
    assertEquals(0.25 * (9 + 1), covariance.variance(new float[] {3, -1}), 1e-6);
  }

  @Test
  public void collinearColumnsWithoutAPriorAreUncertainNotAnError() {
    ExampleMatrix examples = new ExampleMatrix(2);
    for (int i = 0; i < 100; i++) {
      examples.append(new float[] {1, 1}, i % 3 == 0);
    }
    Covariance covariance = Covariance.at(new double[2], examples, GaussianPrior.ridge(2, 0));
    assertTrue(covariance.variance(new float[] {1, -1}) > 1e3);
    assertTrue(covariance.variance(new float[] {1, 1}) < 1);
  }

  @Test
  public void bytesReadBackTheSame() {
    ExampleMatrix examples = Examples.random(50, 3, 1);
    Covariance covariance = Covariance.at(new double[3], examples, GaussianPrior.ridge(3, 1));
    assertEquals(24, covariance.toBytes().length);
    Covariance copy = Covariance.fromBytes(3, covariance.toBytes());
    float[] x = {1, 2, 3};
    assertEquals(covariance.variance(x), copy.variance(x), 0);
    assertThrows(IllegalArgumentException.class, () -> Covariance.fromBytes(4, copy.toBytes()));
  }
}
