package org.gradus.jobs.predict;

/** What the jobs of the step count. */
public enum PredictCounter {
  /** Histories read. */
  STUDENTS_READ,
  /** Training students whose first attempts were binned. */
  STUDENTS_USED,
  /** Held-out and ignored students. */
  STUDENTS_LEFT_OUT,
  /** First attempts that the maps met. */
  FIRST_ATTEMPTS,
  /** First attempts in the bins of the reducer. */
  FIRST_ATTEMPTS_BINNED,
  /** Predictions written. */
  STUDENTS_WRITTEN,
  /** Challenge cards in them. */
  CHALLENGES
}
