package org.gradus.jobs.driver;

/** Priorities of a job in its queue, as Hadoop names them, and the queue's own default. */
public enum Priority {
  /** What the cluster gives to every job. */
  DEFAULT,
  /** The last. */
  VERY_LOW,
  /** Behind most. */
  LOW,
  /** In the middle. */
  NORMAL,
  /** Before most. */
  HIGH,
  /** The first. */
  VERY_HIGH
}
