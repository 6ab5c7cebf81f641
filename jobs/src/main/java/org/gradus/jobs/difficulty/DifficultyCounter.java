package org.gradus.jobs.difficulty;

/** What the difficulty step counts: ATTEMPTS_READ = ATTEMPTS_COUNTED + ATTEMPTS_LEFT_OUT. */
public enum DifficultyCounter {
  /** Attempts in the histories read. */
  ATTEMPTS_READ,
  /** Attempts of training students. */
  ATTEMPTS_COUNTED,
  /** Attempts of held-out or ignored students. */
  ATTEMPTS_LEFT_OUT,
  /** Distinct exercises in the output. */
  EXERCISES,
  /** Distinct (exercise, item) pairs in the output. */
  ITEMS,
  /** Distinct transitions in the output. */
  TRANSITIONS,
  /** Attempts in the output. */
  ATTEMPTS_WRITTEN
}
