package org.gradus.jobs.prior;

/** What the prior step counts. */
public enum PriorCounter {
  /** Rows that the estimate rests on. */
  ROWS_USED,
  /**
   * Sampled rows that were not used because the sample came out at more than twice its expected
   * size.
   */
  ROWS_BEYOND_MEMORY,
  /** Exercises in the sample. */
  EXERCISES
}
