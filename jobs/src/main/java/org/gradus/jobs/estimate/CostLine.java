package org.gradus.jobs.estimate;

/**
 * A cost that grows with the size of the log: {@code fixed + perAttempt x attempts}, neither below
 * 0. Immutable.
 */
final class CostLine {
  private final double fixed;
  private final double perAttempt;

  private CostLine(double fixed, double perAttempt) {
    this.fixed = fixed;
    this.perAttempt = perAttempt;
  }

  /**
   * The line that fits best: least squares of the cost per attempt, so that a run counts by how
   * far, relative to its size, the line misses it.
   *
   * @param attempts sizes of runs, above 0
   * @param costs what each has cost, from 0
   */
  static CostLine through(double[] attempts, double[] costs) {
    int runs = attempts.length;
    double meanInverse = 0;
    double meanCost = 0;
    for (int i = 0; i < runs; i++) {
      meanInverse += 1 / attempts[i] / runs;
      meanCost += costs[i] / attempts[i] / runs;
    }
    double square = 0;
    double product = 0;
    for (int i = 0; i < runs; i++) {
      double inverse = 1 / attempts[i] - meanInverse;
      square += inverse * inverse;
      product += inverse * (costs[i] / attempts[i] - meanCost);
    }
    double fixed = square > 0 ? Math.max(0, product / square) : 0;
    double perAttempt = meanCost - fixed * meanInverse;
    return perAttempt >= 0
        ? new CostLine(fixed, perAttempt)
        : new CostLine(meanCost / meanInverse, 0);
  }

  /** The cost of a run without attempts. */
  double fixed() {
    return fixed;
  }

  /** What each attempt adds. */
  double perAttempt() {
    return perAttempt;
  }

  /** The cost of a run. */
  double at(double attempts) {
    return fixed + perAttempt * attempts;
  }
}
