package org.gradus.model.fit;

/**
 * Sums of weighted outer products {@code sum_i v_i x_i x_i'}, the Hessian's bulk. Sixteen entries
 * at a time, so that each value loaded serves four products.
 */
final class OuterProducts {
  private final int columns;

  /** The rows at hand, each times the root of its weight; the last columns may be padding, zero. */
  private final double[][] scaled;

  private final double[][] sums;

  OuterProducts(int columns, int mostRows) {
    int padded = (columns + 3) / 4 * 4;
    this.columns = columns;
    this.scaled = new double[padded][Math.min(Tile.ROWS, mostRows)];
    this.sums = new double[padded][padded];
  }

  /** Adds rows {@code first} to {@code end} of a tile, whose weights have these roots. */
  void add(Tile tile, double[] rootWeights, int first, int end) {
    for (int j = 0; j < columns; j++) {
      float[] x = tile.columns[j];
      double[] out = scaled[j];
      for (int t = first; t < end; t++) {
        out[t - first] = rootWeights[t] * x[t];
      }
    }
    for (int j = 0; j < scaled.length; j += 4) {
      for (int k = 0; k <= j; k += 4) {
        double[] block = multiply4x4(scaled, j, k, end - first);
        for (int b = 0; b < 16; b++) {
          sums[j + b / 4][k + b % 4] += block[b];
        }
      }
    }
  }

  /** Adds {@code scale} times the sums to both triangles of {@code matrix}. */
  void addTo(double[][] matrix, double scale) {
    for (int j = 0; j < columns; j++) {
      matrix[j][j] += scale * sums[j][j];
      for (int k = 0; k < j; k++) {
        matrix[j][k] += scale * sums[j][k];
        matrix[k][j] += scale * sums[j][k];
      }
    }
  }

  private static double[] multiply4x4(double[][] x, int j, int k, int rows) {
    double[] a = x[j];
    double[] b = x[j + 1];
    double[] c = x[j + 2];
    double[] d = x[j + 3];
    double[] e = x[k];
    double[] f = x[k + 1];
    double[] g = x[k + 2];
    double[] h = x[k + 3];
    double ae = 0, af = 0, ag = 0, ah = 0;
    double be = 0, bf = 0, bg = 0, bh = 0;
    double ce = 0, cf = 0, cg = 0, ch = 0;
    double de = 0, df = 0, dg = 0, dh = 0;
    for (int t = 0; t < rows; t++) {
      double et = e[t];
      double ft = f[t];
      double gt = g[t];
      double ht = h[t];
      ae += a[t] * et;
      af += a[t] * ft;
      ag += a[t] * gt;
      ah += a[t] * ht;
      be += b[t] * et;
      bf += b[t] * ft;
      bg += b[t] * gt;
      bh += b[t] * ht;
      ce += c[t] * et;
      cf += c[t] * ft;
      cg += c[t] * gt;
      ch += c[t] * ht;
      de += d[t] * et;
      df += d[t] * ft;
      dg += d[t] * gt;
      dh += d[t] * ht;
    }
    return new double[] {ae, af, ag, ah, be, bf, bg, bh, ce, cf, cg, ch, de, df, dg, dh};
  }
}
