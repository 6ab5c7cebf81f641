package org.gradus.jobs.train;

/** What the reducers count. */
public enum TrainCounter {
  /** Training rows that a theta was fitted to. */
  ROWS_FITTED,
  /** Held-out rows predicted. */
  ROWS_SCORED,
  /** Held-out rows not scored, as they tell of an answer that is scored for another exercise. */
  ROWS_PASSED_OVER,
  /** Exercises with a theta of their own. */
  EXERCISES_FITTED,
  /** Exercises predicted from the prior alone. */
  EXERCISES_FROM_PRIOR,
  /** Fits that stopped before they met the tolerance. */
  FITS_NOT_CONVERGED
}
