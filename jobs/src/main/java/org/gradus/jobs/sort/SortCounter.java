package org.gradus.jobs.sort;

/**
 * Counters of the step. The law: {@code LINES_READ = ATTEMPTS_KEPT + DUPLICATES_DROPPED +
 * LINES_QUARANTINED}. Quarantined lines are also counted by {@link org.gradus.io.source.Rejection}.
 */
public enum SortCounter {
  /** Lines of the logs that are not empty and not headers; a file problem is a line as well. */
  LINES_READ,
  /** Attempts that are in the histories. */
  ATTEMPTS_KEPT,
  /** Of those, attempts that repeat an answer for another exercise. */
  ATTEMPTS_REPEATED,
  /** Of those kept, answers of the same time and order as the one before. */
  ATTEMPTS_IN_UNKNOWN_ORDER,
  /** Attempts left out because an identical one is kept, see {@link Deliveries}. */
  DUPLICATES_DROPPED,
  /** Lines that are in the quarantine, whether bad or left out on purpose. */
  LINES_QUARANTINED,
  /** Of those, attempts beyond {@code gradus.sort.max-attempts-per-student}. */
  ATTEMPTS_OVER_LIMIT,
  /** Of those, attempts of students whose numbering has gaps. */
  ATTEMPTS_WITH_NUMBER_GAP,
  /** Histories written. */
  STUDENTS,
  /** Of those, histories whose attempts are not all in one fold. */
  STUDENTS_WITH_SEVERAL_FOLDS
}
