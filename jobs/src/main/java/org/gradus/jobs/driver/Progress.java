package org.gradus.jobs.driver;

/**
 * Hears how a run goes on, to show it. Several threads may call, each with a job of its own. Every
 * method does nothing here.
 */
public interface Progress {
  /** Shows nothing. */
  Progress SILENT = new Progress() {};

  /** A step begins. */
  default void stepStarted(String step, int number, int ofSteps) {}

  /** A step has ended, or was skipped. */
  default void stepEnded(StepOutcome outcome) {}

  /** A job is about to be submitted; no other one of this title is running. */
  default void jobStarted(String title) {}

  /** How far the maps and the reduces of a running job are, from 0 to 1. */
  default void jobAt(String title, float maps, float reduces) {}

  /** A job has ended, whether well or not. */
  default void jobEnded(String title) {}

  /** Something that the user should know. */
  default void note(String line) {}
}
