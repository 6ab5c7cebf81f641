package org.gradus.model.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What one step of Newton's method must know of rows that are spread over many machines: their
 * number, how many are positive, and their {@link LogisticLoss}, its gradient and its Hessian at
 * one theta, which may end with offsets of items. The sums of parts add up to the same bits however
 * the rows are divided, as long as whole matrices are added (see {@link #add(ExampleMatrix,
 * double[])}): inside a matrix sums are in double precision, between matrices in 128-bit fixed
 * point, where n matrices cause an absolute error below n x 5.4e-20 in every sum. Memory: 16 bytes
 * for each of 1 + columns x (columns + 3) / 2 sums, and those of {@link Moments} and of {@link
 * ItemSums}.
 */
public final class LossSums {
  private final int columns;
  private final FixedPointSums sums;
  private final Moments moments;
  private final ItemSums items;
  private long rows;
  private long positives;

  /** Sums over no rows; columns stand in groups of these widths, for the {@link #moments}. */
  public LossSums(int... widths) {
    this.columns = Arrays.stream(widths).sum();
    this.moments = new Moments(widths);
    this.items = new ItemSums(columns);
    this.sums = new FixedPointSums(1 + columns + columns * (columns + 1) / 2);
  }

  /** Bytes of memory. */
  public long bytes() {
    return 16L * (1 + columns + (long) columns * (columns + 1) / 2) + items.bytes();
  }

  /**
   * Adds the rows of a matrix at theta. Which rows are in a matrix together must not depend on
   * chance.
   *
   * @throws ArithmeticException if a feature or theta is so large that a sum exceeds 4.6e18
   */
  public void add(ExampleMatrix examples, double[] theta) {
    LogisticLoss loss = new LogisticLoss(examples);
    double[] gradient = new double[theta.length];
    double[][] hessian = new double[columns][columns];
    sums.add(0, loss.add(0, examples.rows(), theta, gradient));
    loss.addHessian(0, examples.rows(), theta, hessian);
    int index = 1;
    for (int j = 0; j < columns; j++) {
      sums.add(index++, gradient[j]);
    }
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        sums.add(index++, hessian[j][k]);
      }
    }
    moments.add(examples, theta);
    items.add(examples, theta, gradient);
    rows += examples.rows();
    positives += examples.positives();
  }

  /** Adds the sums over other rows at the same theta. */
  public void add(LossSums other) {
    rows += other.rows;
    positives += other.positives;
    sums.add(other.sums);
    moments.add(other.moments);
    items.add(other.items);
  }

  /** Number of features of a row. */
  public int columns() {
    return columns;
  }

  /** Widths of the groups that the columns stand in. */
  public int[] widths() {
    return moments.widths();
  }

  /** How the columns, and the groups' parts of theta . x, are spread over the rows. */
  public Moments moments() {
    return moments;
  }

  /** Number of rows. */
  public long rows() {
    return rows;
  }

  /** Number of rows with a positive label. */
  public long positives() {
    return positives;
  }

  /** Negative log-likelihood, in nats. */
  public double loss() {
    return sums.get(0);
  }

  /** Its gradient, offsets of items last; a copy. */
  public double[] gradient() {
    double[] gradient = new double[columns + items.items()];
    for (int j = 0; j < columns; j++) {
      gradient[j] = sums.get(1 + j);
    }
    items.gradient(gradient);
    return gradient;
  }

  /** The Hessian of the objective under a prior of all parameters, factorised. */
  ArrowHessian arrow(GaussianPrior prior) {
    double[][] hessian = hessian();
    prior.addHessian(hessian);
    return items.arrow(hessian, prior);
  }

  /** Its Hessian with respect to the columns, full and symmetric; a copy. */
  public double[][] hessian() {
    double[][] hessian = new double[columns][columns];
    int index = 1 + columns;
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        hessian[j][k] = sums.get(index++);
        hessian[k][j] = hessian[j][k];
      }
    }
    return hessian;
  }

  /** Writes all sums. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(rows);
    out.writeLong(positives);
    sums.write(out);
    moments.write(out);
    items.write(out);
  }

  /** Replaces all sums by what {@link #write} wrote for the same widths. */
  public void readFields(DataInput in) throws IOException {
    rows = in.readLong();
    positives = in.readLong();
    sums.readFields(in);
    moments.readFields(in);
    items.readFields(in);
  }
}
