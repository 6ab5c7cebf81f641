package org.gradus.model.fit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How sure a fitted theta is: the covariance of its posterior in the normal approximation (Laplace;
 * MacKay 1992), the inverse of the objective's Hessian at the optimum, prior included. Held as the
 * inverse of the Hessian's Cholesky factor, a lower triangle M of 32-bit floats, row by row, so
 * that the covariance is M'M and no variance can come out negative. Immutable.
 */
public final class Covariance {
  /** Rows that a Hessian is summed over at most; of more rows, so many evenly spaced ones. */
  private static final int MOST_ROWS = 8192;

  private final int columns;
  private final float[] factor;

  private Covariance(int columns, float[] factor) {
    this.columns = columns;
    this.factor = factor;
  }

  /** The inverse of a Hessian, which is full and symmetric. */
  public static Covariance of(double[][] hessian) {
    return of(Cholesky.of(hessian));
  }

  /** The inverse of a Hessian of which this is the factor. */
  public static Covariance of(Cholesky hessian) {
    double[][] inverse = hessian.inverseFactor();
    float[] factor = new float[inverse.length * (inverse.length + 1) / 2];
    int index = 0;
    for (double[] row : inverse) {
      for (double value : row) {
        factor[index++] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
      }
    }
    return new Covariance(inverse.length, factor);
  }

  /**
   * The covariance of a theta fitted to these examples under this prior; offsets of items, if any
   * stand behind it, are held as they are. Of more than 8192 rows so many evenly spaced ones stand
   * for all, which changes standard errors by about a hundredth.
   */
  public static Covariance at(double[] theta, ExampleMatrix examples, GaussianPrior prior) {
    boolean all = examples.rows() <= MOST_ROWS;
    ExampleMatrix rows = all ? examples : examples.sample(MOST_ROWS);
    double scale = (double) examples.rows() / Math.max(1, rows.rows());
    double[][] hessian = new double[examples.columns()][examples.columns()];
    new LogisticLoss(rows).addHessian(0, rows.rows(), theta, scale, hessian);
    prior.addHessian(hessian);
    return of(hessian);
  }

  /**
   * Reads what {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException if it is not of so many columns
   */
  public static Covariance fromBytes(int columns, byte[] bytes) {
    int count = columns * (columns + 1) / 2;
    if (bytes.length != Float.BYTES * count) {
      throw new IllegalArgumentException(
          "a covariance of " + columns + " features cannot have " + bytes.length + " bytes");
    }
    float[] factor = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(factor);
    return new Covariance(columns, factor);
  }

  /** M row by row as little-endian 32-bit floats: 2 x columns x (columns + 1) bytes. */
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * factor.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(factor);
    return bytes.array();
  }

  /** Number of parameters. */
  public int columns() {
    return columns;
  }

  /** Posterior variance of theta . x, at least 0; takes columns^2 / 2 multiplications. */
  public double variance(float[] x) {
    double variance = 0;
    int index = 0;
    for (int i = 0; i < columns; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += (double) factor[index++] * x[j];
      }
      variance += sum * sum;
    }
    return variance;
  }

  /**
   * Adds the information that theta's rows have on the mean of its prior when theta itself is
   * unknown: P - P covariance P, where P are the prior's precisions.
   *
   * @param prior the one that theta was fitted under
   * @param sum a full matrix, taken and left symmetric
   */
  public void addInformationOnMean(GaussianPrior prior, double[][] sum) {
    double[][] covariance = lowerTriangle();
    for (int j = 0; j < columns; j++) {
      sum[j][j] += prior.precision(j);
      for (int k = 0; k <= j; k++) {
        double value = prior.precision(j) * covariance[j][k] * prior.precision(k);
        sum[j][k] -= value;
        sum[k][j] = sum[j][k];
      }
    }
  }

  private double[][] lowerTriangle() {
    double[][] covariance = new double[columns][];
    int row = 0;
    for (int i = 0; i < columns; i++) {
      covariance[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double value = factor[row + j];
        for (int k = 0; k <= j; k++) {
          covariance[j][k] += value * factor[row + k];
        }
      }
      row += i + 1;
    }
    return covariance;
  }

  /** Posterior standard deviation of every parameter. */
  public double[] standardErrors() {
    double[] squares = new double[columns];
    int index = 0;
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        squares[j] += (double) factor[index] * factor[index];
        index++;
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }
}
