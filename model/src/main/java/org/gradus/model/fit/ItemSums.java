package org.gradus.model.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of {@link LossSums} that belongs to items: for each item met, the gradient and the
 * curvature of its offset and the mixed derivatives with the columns, in the same fixed point.
 * Memory: 16 bytes x (columns + 2) an item met.
 */
final class ItemSums {
  private static final int GRADIENT = 0;
  private static final int CURVATURE = 1;
  private static final int CROSS = 2;

  private final int columns;
  private final Map<Integer, FixedPointSums> sums = new TreeMap<>();

  /** How many offsets theta has, whether their items were met or not. */
  private int items;

  ItemSums(int columns) {
    this.columns = columns;
  }

  /** Adds a matrix at theta, where the gradient of its loss is this. */
  void add(ExampleMatrix examples, double[] theta, double[] gradient) {
    items = theta.length - columns;
    double[] curvature = new double[items];
    double[][] cross = new double[items][];
    if (items > 0) {
      new LogisticLoss(examples).addItems(theta, curvature, cross);
    }
    for (int item = 0; item < items; item++) {
      if (cross[item] != null) {
        FixedPointSums own = of(item);
        own.add(GRADIENT, gradient[columns + item]);
        own.add(CURVATURE, curvature[item]);
        for (int j = 0; j < columns; j++) {
          own.add(CROSS + j, cross[item][j]);
        }
      }
    }
  }

  private FixedPointSums of(int item) {
    return sums.computeIfAbsent(item, none -> new FixedPointSums(CROSS + columns));
  }

  /** Adds the sums over other rows at the same theta. */
  void add(ItemSums other) {
    items = Math.max(items, other.items);
    other.sums.forEach((item, own) -> of(item).add(own));
  }

  int items() {
    return items;
  }

  /** Bytes of memory. */
  long bytes() {
    return 16L * sums.size() * (CROSS + columns);
  }

  /** Writes the gradient behind that of the columns. */
  void gradient(double[] gradient) {
    sums.forEach((item, own) -> gradient[columns + item] = own.get(GRADIENT));
  }

  /** The whole Hessian, factorised; that of the columns is given, and both have their prior. */
  ArrowHessian arrow(double[][] hessian, GaussianPrior prior) {
    double[] curvature = new double[items];
    double[][] cross = new double[items][];
    for (int item = 0; item < items; item++) {
      curvature[item] = prior.precision(columns + item);
    }
    sums.forEach(
        (item, own) -> {
          curvature[item] += own.get(CURVATURE);
          cross[item] = new double[columns];
          java.util.Arrays.setAll(cross[item], j -> own.get(CROSS + j));
        });
    return ArrowHessian.of(hessian, curvature, cross);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(items);
    out.writeInt(sums.size());
    for (Map.Entry<Integer, FixedPointSums> entry : sums.entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  void readFields(DataInput in) throws IOException {
    sums.clear();
    items = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      of(in.readInt()).readFields(in);
    }
  }
}
