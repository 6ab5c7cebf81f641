package org.gradus.model.fit;

import java.util.Arrays;

/**
 * The negative log-likelihood of rows, {@code sum_i log(1 + exp(-(2 y_i - 1) w.x_i))} in nats, its
 * gradient and its Hessian, in double precision. Each method adds the rows of a range to what is
 * there, so the sums over disjoint ranges, wherever computed, add up to the sums over all (up to
 * rounding in the last bits). A theta with more values than there are columns ends with the offsets
 * of items, which are added to w.x of the rows of each. Not thread-safe.
 */
public final class LogisticLoss {
  private final ExampleMatrix examples;
  private final double[] z = new double[Tile.ROWS];

  /** The loss of these examples; it sees rows appended later. */
  public LogisticLoss(ExampleMatrix examples) {
    this.examples = examples;
  }

  /**
   * Adds the gradient over rows {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @return the loss of these rows
   */
  public double add(int from, int to, double[] theta, double[] gradient) {
    double loss = 0;
    for (int row = from; row < to; ) {
      Tile tile = examples.tile(row / Tile.ROWS);
      int first = row % Tile.ROWS;
      int end = Math.min(Tile.ROWS, first + to - row);
      predict(tile, first, end, theta);
      loss += residuals(tile, first, end);
      addGradient(tile, first, end, gradient);
      row += end - first;
    }
    return loss;
  }

  /** z_i = theta . x_i */
  private void predict(Tile tile, int first, int end, double[] theta) {
    float[][] x = tile.columns;
    Arrays.fill(z, first, end, 0);
    int j = 0;
    for (; j + 3 < x.length; j += 4) {
      addScaled(x, theta, j, first, end);
    }
    for (; j < x.length; j++) {
      for (int t = first; t < end; t++) {
        z[t] += theta[j] * x[j][t];
      }
    }
    for (int t = first; theta.length > x.length && t < end; t++) {
      z[t] += tile.item[t] == ExampleMatrix.NO_ITEM ? 0 : theta[x.length + tile.item[t]];
    }
  }

  private void addScaled(float[][] x, double[] theta, int j, int first, int end) {
    float[] a = x[j];
    float[] b = x[j + 1];
    float[] c = x[j + 2];
    float[] d = x[j + 3];
    double wa = theta[j];
    double wb = theta[j + 1];
    double wc = theta[j + 2];
    double wd = theta[j + 3];
    double[] out = z;
    for (int t = first; t < end; t++) {
      out[t] += (wa * a[t] + wb * b[t]) + (wc * c[t] + wd * d[t]);
    }
  }

  /** Turns every z into the derivative of its row's loss with respect to it. */
  private double residuals(Tile tile, int first, int end) {
    double loss = 0;
    double product = 1;
    for (int t = first; t < end; t++) {
      double sign = tile.sign[t];
      double margin = sign * z[t];
      double size = Math.abs(margin);
      double e = Sigmoid.expOfNegative(-size);
      loss += 0.5 * (size - margin);
      product *= 1 + e;
      z[t] = -sign * (margin >= 0 ? e : 1) / (1 + e);
    }
    return loss + StrictMath.log(product);
  }

  private void addGradient(Tile tile, int first, int end, double[] gradient) {
    float[][] x = tile.columns;
    int j = 0;
    for (; j + 3 < x.length; j += 4) {
      addGradient4(x, j, first, end, gradient);
    }
    for (; j < x.length; j++) {
      double sum = 0;
      for (int t = first; t < end; t++) {
        sum += z[t] * x[j][t];
      }
      gradient[j] += sum;
    }
    for (int t = first; gradient.length > x.length && t < end; t++) {
      if (tile.item[t] != ExampleMatrix.NO_ITEM) {
        gradient[x.length + tile.item[t]] += z[t];
      }
    }
  }

  private void addGradient4(float[][] x, int j, int first, int end, double[] gradient) {
    double[] q = z;
    float[] a = x[j];
    float[] b = x[j + 1];
    float[] c = x[j + 2];
    float[] d = x[j + 3];
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    for (int t = first; t < end; t++) {
      sumA += q[t] * a[t];
      sumB += q[t] * b[t];
      sumC += q[t] * c[t];
      sumD += q[t] * d[t];
    }
    gradient[j] += sumA;
    gradient[j + 1] += sumB;
    gradient[j + 2] += sumC;
    gradient[j + 3] += sumD;
  }

  /**
   * Adds the Hessian {@code sum_i p_i (1 - p_i) x_i x_i'} over rows {@code from} (inclusive) to
   * {@code to} (exclusive) to {@code hessian}, both triangles; its part for the columns alone.
   */
  public void addHessian(int from, int to, double[] theta, double[][] hessian) {
    addHessian(from, to, theta, 1, hessian);
  }

  /** Adds {@code scale} times that Hessian. */
  void addHessian(int from, int to, double[] theta, double scale, double[][] hessian) {
    OuterProducts products = new OuterProducts(examples.columns(), to - from);
    for (int row = from; row < to; ) {
      Tile tile = examples.tile(row / Tile.ROWS);
      int first = row % Tile.ROWS;
      int end = Math.min(Tile.ROWS, first + to - row);
      rootWeights(tile, first, end, theta);
      products.add(tile, z, first, end);
      row += end - first;
    }
    products.addTo(hessian, scale);
  }

  /** Turns every z into the root of p (1 - p). */
  private void rootWeights(Tile tile, int first, int end, double[] theta) {
    predict(tile, first, end, theta);
    for (int t = first; t < end; t++) {
      double e = Sigmoid.expOfNegative(-Math.abs(z[t]));
      z[t] = Math.sqrt(e) / (1 + e);
    }
  }

  /**
   * Adds the rest of the Hessian over all rows, whose last columns are the offsets of items.
   *
   * @param curvature by item, its own second derivative
   * @param cross by item, the mixed ones with the columns; an array is made for each item met
   */
  void addItems(double[] theta, double[] curvature, double[][] cross) {
    for (int i = 0; i < examples.tiles(); i++) {
      Tile tile = examples.tile(i);
      int end = examples.rowsOfTile(i);
      rootWeights(tile, 0, end, theta);
      for (int t = 0; t < end; t++) {
        if (tile.item[t] != ExampleMatrix.NO_ITEM) {
          addItem(tile, t, curvature, cross);
        }
      }
    }
  }

  private void addItem(Tile tile, int row, double[] curvature, double[][] cross) {
    int item = tile.item[row];
    double weight = z[row] * z[row];
    curvature[item] += weight;
    if (cross[item] == null) {
      cross[item] = new double[examples.columns()];
    }
    double[] sums = cross[item];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += weight * tile.columns[j][row];
    }
  }

  /**
   * The least (2 y - 1) theta . x over all rows; infinite without rows, positive if theta
   * separates.
   */
  double lowestMargin(double[] theta) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < examples.tiles(); i++) {
      Tile tile = examples.tile(i);
      int end = examples.rowsOfTile(i);
      predict(tile, 0, end, theta);
      for (int t = 0; t < end; t++) {
        lowest = Math.min(lowest, tile.sign[t] * z[t]);
      }
    }
    return lowest;
  }
}
