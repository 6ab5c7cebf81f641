package org.gradus.jobs.examples;

/**
 * What the replay counts: students by role and their attempts, so that READ = TRAINING + HELD_OUT +
 * LEFT_OUT for attempts.
 */
public enum ExampleCounter {
  /** Attempts in the histories read. */
  ATTEMPTS_READ,
  /** Attempts of training students that became rows. */
  ATTEMPTS_TRAINING,
  /** Attempts of held-out students that became rows. */
  ATTEMPTS_HELD_OUT,
  /** Attempts of students who are ignored or outside the sample. */
  ATTEMPTS_LEFT_OUT,
  /** Training students. */
  STUDENTS_TRAINING,
  /** Held-out students. */
  STUDENTS_HELD_OUT
}
