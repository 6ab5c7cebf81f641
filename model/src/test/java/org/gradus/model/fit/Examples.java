package org.gradus.model.fit;

import java.util.Random;

/** Example matrices for the tests, and a plain reference fit. */
final class Examples {
  private Examples() {}

  /** Rows of normal features, the last column a bias, with labels drawn from a random theta. */
  static ExampleMatrix random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] truth = random.doubles(columns, -1, 1).toArray();
    ExampleMatrix examples = new ExampleMatrix(columns);
    float[] x = new float[columns];
    for (int i = 0; i < rows; i++) {
      double z = 0;
      for (int j = 0; j < columns; j++) {
        x[j] = j == columns - 1 ? 1 : (float) (random.nextGaussian() * 0.7);
        z += truth[j] * x[j];
      }
      examples.append(x, random.nextDouble() < 1 / (1 + Math.exp(-z)));
    }
    return examples;
  }

  static float[] row(ExampleMatrix examples, int row) {
    float[] x = new float[examples.columns()];
    examples.row(row, x);
    return x;
  }

  /** The objective of the package's formula, as plainly as can be. */
  static double objective(ExampleMatrix examples, GaussianPrior prior, double[] theta) {
    double sum = 0;
    for (int j = 0; j < theta.length; j++) {
      sum += 0.5 * prior.precision(j) * Math.pow(theta[j] - prior.mean(j), 2);
    }
    for (int i = 0; i < examples.rows(); i++) {
      double z = z(theta, row(examples, i));
      double away = examples.label(i) ? -z : z;
      sum += Math.max(away, 0) + Math.log1p(Math.exp(-Math.abs(away)));
    }
    return sum;
  }

  private static double z(double[] theta, float[] x) {
    double z = 0;
    for (int j = 0; j < theta.length; j++) {
      z += theta[j] * x[j];
    }
    return z;
  }

  /** Newton's method with Gaussian elimination, 50 undamped steps. */
  static double[] newton(ExampleMatrix examples, GaussianPrior prior) {
    int n = examples.columns();
    double[] theta = prior.means();
    for (int step = 0; step < 50; step++) {
      double[][] system = new double[n][n + 1];
      for (int j = 0; j < n; j++) {
        system[j][j] = prior.precision(j);
        system[j][n] = prior.precision(j) * (theta[j] - prior.mean(j));
      }
      for (int i = 0; i < examples.rows(); i++) {
        addRow(row(examples, i), examples.label(i), theta, system);
      }
      double[] down = solve(system);
      for (int j = 0; j < n; j++) {
        theta[j] -= down[j];
      }
    }
    return theta;
  }

  private static void addRow(float[] x, boolean label, double[] theta, double[][] system) {
    double p = 1 / (1 + Math.exp(-z(theta, x)));
    for (int j = 0; j < x.length; j++) {
      for (int k = 0; k < x.length; k++) {
        system[j][k] += p * (1 - p) * x[j] * x[k];
      }
      system[j][x.length] += (p - (label ? 1 : 0)) * x[j];
    }
  }

  private static double[] solve(double[][] a) {
    int n = a.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int i = 0; i < n; i++) {
        double factor = i == pivot ? 0 : a[i][pivot] / a[pivot][pivot];
        for (int k = pivot; factor != 0 && k <= n; k++) {
          a[i][k] -= factor * a[pivot][k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = a[i][n] / a[i][i];
    }
    return x;
  }
}
