package org.gradus.jobs.driver;

/** Hears how a run goes on, to show it. Called by one thread. Every method does nothing here. */
public interface Progress {
  /** Shows nothing. */
  Progress SILENT = new Progress() {};

  /** A step begins. */
  default void stepStarted(String step, int number, int ofSteps) {}

  /** A step has ended, or was skipped. */
  default void stepEnded(StepOutcome outcome) {}

  /** A job of the current step has been submitted. */
  default void jobStarted(String title) {}

  /** How far the maps and the reduces of the current job are, from 0 to 1. */
  default void jobAt(float maps, float reduces) {}

  /** The current job has ended, whether well or not. */
  default void jobEnded() {}

  /** Something that the user should know. */
  default void note(String line) {}
}
