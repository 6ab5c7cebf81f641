package org.gradus.model.prior;

import java.util.Arrays;
import org.gradus.model.fit.ExampleMatrix;

/** Standard deviation of each feature over some examples, 1 for a constant. Immutable. */
final class FeatureScales {
  private static final double LEAST_VARIANCE = 1e-8;

  private final double[] scale;
  private final boolean[] isConstant;

  private FeatureScales(int columns) {
    scale = new double[columns];
    isConstant = new boolean[columns];
  }

  static FeatureScales of(ExampleMatrix examples) {
    FeatureScales scales = new FeatureScales(examples.columns());
    double[] sums = new double[examples.columns()];
    double[] squares = new double[examples.columns()];
    float[] row = new float[examples.columns()];
    for (int i = 0; i < examples.rows(); i++) {
      examples.row(i, row);
      for (int j = 0; j < row.length; j++) {
        sums[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    int rows = Math.max(1, examples.rows());
    for (int j = 0; j < row.length; j++) {
      double mean = sums[j] / rows;
      double variance = squares[j] / rows - mean * mean;
      scales.isConstant[j] = variance <= LEAST_VARIANCE;
      scales.scale[j] = scales.isConstant[j] ? 1 : Math.sqrt(variance);
    }
    return scales;
  }

  int columns() {
    return scale.length;
  }

  double of(int feature) {
    return scale[feature];
  }

  boolean isConstant(int feature) {
    return isConstant[feature];
  }

  /** A copy of all. */
  double[] all() {
    return scale.clone();
  }

  /** Precisions of coefficients of standardised features, for the features as they are. */
  double[] precision(double[] standardised) {
    double[] values = new double[scale.length];
    Arrays.setAll(values, j -> standardised[j] * scale[j] * scale[j]);
    return values;
  }
}
