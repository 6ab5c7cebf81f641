package org.gradus.model.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and standard deviation of every column over rows, and of what each group of neighbouring
 * columns adds to theta . x, as sums that add up to the same bits however the rows are divided, as
 * long as whole matrices are added; compare {@link LossSums}. Memory: 32 bytes a column and a
 * group.
 */
public final class Moments {
  private final int[] widths;
  private final FixedPointSums sums;
  private long rows;

  /** Moments of no rows; columns stand in groups of these widths. */
  public Moments(int... widths) {
    this.widths = widths.clone();
    this.sums = new FixedPointSums(2 * (Arrays.stream(widths).sum() + widths.length));
  }

  /**
   * Adds the rows of a matrix; parts of theta . x are taken at {@code theta}.
   *
   * @throws ArithmeticException if a value is so large that a sum of squares exceeds 4.6e18
   */
  public void add(ExampleMatrix examples, double[] theta) {
    double[] local = new double[sums.count()];
    for (int i = 0; i < examples.tiles(); i++) {
      add(examples.tile(i), examples.rowsOfTile(i), theta, local);
    }
    for (int i = 0; i < local.length; i++) {
      sums.add(i, local[i]);
    }
    rows += examples.rows();
  }

  private void add(Tile tile, int count, double[] theta, double[] local) {
    int index = 0;
    int column = 0;
    double[] part = new double[count];
    for (int width : widths) {
      Arrays.fill(part, 0);
      for (int j = column; j < column + width; j++) {
        float[] x = tile.columns[j];
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < count; t++) {
          sum += x[t];
          squares += (double) x[t] * x[t];
          part[t] += theta[j] * x[t];
        }
        local[index++] += sum;
        local[index++] += squares;
      }
      column += width;
      local[index++] += Arrays.stream(part).sum();
      local[index++] += Arrays.stream(part).map(value -> value * value).sum();
    }
  }

  /** Adds the moments of other rows, of the same widths and theta. */
  public void add(Moments other) {
    rows += other.rows;
    sums.add(other.sums);
  }

  /** Widths of the groups. */
  public int[] widths() {
    return widths.clone();
  }

  /** Number of rows. */
  public long rows() {
    return rows;
  }

  /** Mean of every column, 0 without rows. */
  public double[] means() {
    return columns(false);
  }

  /** Standard deviation of every column over the rows, 0 for a constant. */
  public double[] deviations() {
    return columns(true);
  }

  private double[] columns(boolean deviations) {
    double[] values = new double[sums.count() / 2 - widths.length];
    int column = 0;
    for (int group = 0; group < widths.length; group++) {
      for (int j = 0; j < widths[group]; j++) {
        int index = 2 * (column + group);
        values[column++] = deviations ? deviation(index) : mean(index);
      }
    }
    return values;
  }

  /** Standard deviation over the rows of each group's part of theta . x. */
  public double[] groupDeviations() {
    double[] values = new double[widths.length];
    int column = 0;
    for (int group = 0; group < widths.length; group++) {
      column += widths[group];
      values[group] = deviation(2 * (column + group));
    }
    return values;
  }

  private double mean(int index) {
    return rows == 0 ? 0 : sums.get(index) / rows;
  }

  private double deviation(int index) {
    double mean = mean(index);
    double square = mean(index + 1);
    double variance = square - mean * mean;
    return variance > 1e-12 * square ? Math.sqrt(variance) : 0;
  }

  /** Writes all sums. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(rows);
    sums.write(out);
  }

  /** Replaces all sums by what {@link #write} wrote for the same widths. */
  public void readFields(DataInput in) throws IOException {
    rows = in.readLong();
    sums.readFields(in);
  }
}
