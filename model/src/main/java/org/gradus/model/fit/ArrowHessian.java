package org.gradus.model.fit;

import java.util.Arrays;

/**
 * A Hessian of many columns and even more items, of which no two meet in a row: full for the
 * columns, diagonal for the items, and a vector of mixed derivatives for each item. Solved by
 * eliminating the items (Schur complement; Boyd and Vandenberghe, Convex Optimization, appendix
 * C.4): order of columns^2 operations an item, none of items^2. Memory: 8 bytes for each of items x
 * columns + columns^2.
 */
final class ArrowHessian implements QuasiNewton.Curvature {
  private final Cholesky complement;
  private final double[] curvature;
  private final double[][] cross;

  private ArrowHessian(Cholesky complement, double[] curvature, double[][] cross) {
    this.complement = complement;
    this.curvature = curvature;
    this.cross = cross;
  }

  /**
   * Factorises.
   *
   * @param hessian of the columns, full and symmetric; not changed
   * @param curvature of the items, above 0
   * @param cross by item, the mixed derivatives with the columns; null where all are 0
   */
  static ArrowHessian of(double[][] hessian, double[] curvature, double[][] cross) {
    double[][] complement = new double[hessian.length][];
    Arrays.setAll(complement, j -> Arrays.copyOf(hessian[j], j + 1));
    for (int i = 0; i < curvature.length; i++) {
      if (cross[i] != null) {
        eliminate(complement, cross[i], 1 / curvature[i]);
      }
    }
    return new ArrowHessian(Cholesky.of(complement), curvature, cross);
  }

  private static void eliminate(double[][] complement, double[] cross, double scale) {
    for (int j = 0; j < cross.length; j++) {
      double[] row = complement[j];
      double factor = scale * cross[j];
      for (int k = 0; factor != 0 && k <= j; k++) {
        row[k] -= factor * cross[k];
      }
    }
  }

  @Override
  public double[] solve(double[] b) {
    int columns = b.length - curvature.length;
    double[] right = Arrays.copyOf(b, columns);
    for (int i = 0; i < curvature.length; i++) {
      double factor = b[columns + i] / curvature[i];
      for (int j = 0; cross[i] != null && j < columns; j++) {
        right[j] -= factor * cross[i][j];
      }
    }
    double[] x = Arrays.copyOf(complement.solve(right), b.length);
    for (int i = 0; i < curvature.length; i++) {
      double sum = b[columns + i];
      for (int j = 0; cross[i] != null && j < columns; j++) {
        sum -= cross[i][j] * x[j];
      }
      x[columns + i] = sum / curvature[i];
    }
    return x;
  }
}
