package org.gradus.jobs.generate;

/** What a generation counts, besides {@link Dirt}. */
public enum GenerateCounter {
  /** Students simulated. */
  STUDENTS,
  /** Attempts simulated, each of which is on one good line at least. */
  ATTEMPTS,
  /** Lines written, without headers. */
  LINES
}
