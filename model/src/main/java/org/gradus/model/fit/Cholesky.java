package org.gradus.model.fit;

/**
 * Cholesky factor of a symmetric matrix that should be positive definite. Where rounding or
 * collinear columns leave it singular, a multiple of its own diagonal is added, from 1e-12 times it
 * upward, until the factorisation goes through; {@link #jitter} tells that multiple.
 */
public final class Cholesky implements QuasiNewton.Curvature {
  private final double[][] factor;
  private final double jitter;

  private Cholesky(double[][] factor, double jitter) {
    this.factor = factor;
    this.jitter = jitter;
  }

  /** Factorises a symmetric matrix, of which the lower triangle is read. */
  public static Cholesky of(double[][] matrix) {
    double jitter = 0;
    while (true) {
      double[][] factor = factorise(matrix, jitter);
      if (factor != null) {
        return new Cholesky(factor, jitter);
      }
      if (jitter > 1e6) {
        throw new IllegalArgumentException(
            "Cannot factorise a matrix of order "
                + matrix.length
                + ": it is not positive definite.");
      }
      jitter = jitter == 0 ? 1e-12 : jitter * 100;
    }
  }

  private static double[][] factorise(double[][] a, double jitter) {
    int n = a.length;
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      factor[i] = row;
      for (int j = 0; j < i; j++) {
        row[j] = (a[i][j] - dot(row, factor[j], j)) / factor[j][j];
      }
      double diagonal = a[i][i] + jitter * (a[i][i] > 0 ? a[i][i] : 1);
      double pivot = diagonal - dot(row, row, i);
      if (!(pivot > 1e-14 * diagonal)) {
        return null;
      }
      row[i] = Math.sqrt(pivot);
    }
    return factor;
  }

  private static double dot(double[] a, double[] b, int length) {
    return dot(a, b, 0, length);
  }

  /** Of the places from a multiple of 4 on: the sum is the same where all before are 0. */
  private static double dot(double[] a, double[] b, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = from;
    for (; k + 3 < length; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < length; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The multiple of the diagonal that had to be added, 0 for a well-conditioned matrix. */
  public double jitter() {
    return jitter;
  }

  /** Solves matrix x = b. */
  @Override
  public double[] solve(double[] b) {
    double[] x = forward(b);
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= factor[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= factor[i][k] * x[i];
      }
    }
    return x;
  }

  /** b' matrix^-1 b, never negative. */
  public double inverseQuadraticForm(double[] b) {
    double[] x = forward(b);
    return dot(x, x, x.length);
  }

  private double[] forward(double[] b) {
    double[] x = b.clone();
    int zeros = 0;
    while (zeros < x.length && x[zeros] == 0) {
      zeros++;
    }
    int from = zeros & ~3;
    for (int i = from; i < x.length; i++) {
      x[i] = (x[i] - dot(factor[i], x, from, i)) / factor[i][i];
    }
    return x;
  }

  /**
   * Inverse of the factor, a lower triangle: the inverse of the matrix is its transpose times it.
   */
  double[][] inverseFactor() {
    int n = factor.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      for (int k = 0; k < i; k++) {
        double[] above = inverse[k];
        for (int j = 0; j <= k; j++) {
          row[j] -= factor[i][k] * above[j];
        }
      }
      row[i] = 1;
      for (int j = 0; j <= i; j++) {
        row[j] /= factor[i][i];
      }
      inverse[i] = row;
    }
    return inverse;
  }

  /** Diagonal of the inverse. */
  public double[] inverseDiagonal() {
    double[] diagonal = new double[factor.length];
    for (int j = 0; j < diagonal.length; j++) {
      double[] unit = new double[diagonal.length];
      unit[j] = 1;
      diagonal[j] = inverseQuadraticForm(unit);
    }
    return diagonal;
  }
}
