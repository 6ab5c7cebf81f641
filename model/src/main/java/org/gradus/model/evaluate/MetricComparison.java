package org.gradus.model.evaluate;

import java.util.Arrays;

/** One metric of two models on the same answers, and how sure their difference is. Immutable. */
public final class MetricComparison {
  private static final double TAIL = 0.025;

  private final ComparedMetric metric;
  private final double first;
  private final double second;

  /** Differences of the resamples where both are defined, ascending. */
  private final double[] differences;

  MetricComparison(ComparedMetric metric, double first, double second, double[] differences) {
    this.metric = metric;
    this.first = first;
    this.second = second;
    this.differences = Arrays.stream(differences).filter(d -> !Double.isNaN(d)).sorted().toArray();
  }

  /** What is compared. */
  public ComparedMetric metric() {
    return metric;
  }

  /** The first model's value; NaN where it is not defined. */
  public double first() {
    return first;
  }

  /** The second model's value; NaN where it is not defined. */
  public double second() {
    return second;
  }

  /** First less second. */
  public double difference() {
    return first - second;
  }

  /** Lower end of the 95 % interval of the difference: the percentile of the resamples. */
  public double lower() {
    return quantile(TAIL);
  }

  /** Upper end of the 95 % interval of the difference. */
  public double upper() {
    return quantile(1 - TAIL);
  }

  private double quantile(double share) {
    if (differences.length == 0) {
      return Double.NaN;
    }
    double at = share * (differences.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, differences.length - 1);
    return differences[below] + (at - below) * (differences[above] - differences[below]);
  }

  /** Share of resamples in which the first model is the better one; equal ones count half. */
  public double probabilityOfSuperiority() {
    double better = 0;
    for (double difference : differences) {
      better += difference == 0 ? 0.5 : metric.favoursFirst(difference) ? 1 : 0;
    }
    return better / differences.length;
  }

  /**
   * Two-sided p-value of there being no difference: twice the share of resamples on the rarer side
   * of zero, with one added on either side, so that it is never 0 (Davison and Hinkley 1997).
   */
  public double pValue() {
    long atMost = Arrays.stream(differences).filter(d -> d <= 0).count();
    long atLeast = Arrays.stream(differences).filter(d -> d >= 0).count();
    return Math.min(1, 2.0 * (Math.min(atMost, atLeast) + 1) / (differences.length + 1));
  }
}
