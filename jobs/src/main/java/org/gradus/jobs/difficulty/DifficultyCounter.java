package org.gradus.jobs.difficulty;

/** What the difficulty step counts: ATTEMPTS_READ = ATTEMPTS_COUNTED + ATTEMPTS_LEFT_OUT. */
public enum DifficultyCounter {
  /** Attempts in the histories read, once for each variant. */
  ATTEMPTS_READ,
  /** Attempts of training students, of each variant. */
  ATTEMPTS_COUNTED,
  /** Attempts of held-out or ignored students, of each variant. */
  ATTEMPTS_LEFT_OUT,
  /** Attempts in the output, of all variants. */
  ATTEMPTS_WRITTEN,
  /** Attempts in the output of the last variant, the model's unless a run has folds alone. */
  MODEL_ATTEMPTS,
  /** Distinct exercises in it. */
  EXERCISES,
  /** Distinct (exercise, item) pairs in it. */
  ITEMS,
  /** Distinct transitions in it. */
  TRANSITIONS
}
