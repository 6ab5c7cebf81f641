package org.gradus.jobs.monitor;

/** What the job counts. */
public enum MonitorCounter {
  /** Histories read. */
  STUDENTS_READ,
  /** Students with answers on the days. */
  STUDENTS_MONITORED,
  /** Students without. */
  STUDENTS_WITHOUT_ANSWERS,
  /** Answers without a time, which belong to no day. */
  ANSWERS_WITHOUT_TIME,
  /** Answers that the maps predicted. */
  ANSWERS_SCORED,
  /** Answers in the sums of the reducers. */
  ANSWERS_SUMMED
}
