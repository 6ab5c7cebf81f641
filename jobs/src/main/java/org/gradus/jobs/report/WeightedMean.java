package org.gradus.jobs.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Mean of a quantity over those things for which it is defined. */
final class WeightedMean {
  private WeightedMean() {}

  /** The mean over all things whose value is a number and whose weight is above 0; else NaN. */
  static <T> double of(List<T> things, ToDoubleFunction<T> value, ToDoubleFunction<T> weight) {
    double sum = 0;
    double weights = 0;
    for (T thing : things) {
      double x = value.applyAsDouble(thing);
      double w = weight.applyAsDouble(thing);
      if (w > 0 && !Double.isNaN(x)) {
        sum += w * x;
        weights += w;
      }
    }
    return weights > 0 ? sum / weights : Double.NaN;
  }
}
