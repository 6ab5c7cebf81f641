package org.gradus.jobs.deliver;

/** What the job into a database counts. */
public enum DeliverCounter {
  /** Students' records read. */
  STUDENTS_READ,
  /** Recommended exercises and challenge cards in them. */
  EXERCISES_READ
}
