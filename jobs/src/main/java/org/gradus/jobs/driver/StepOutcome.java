package org.gradus.jobs.driver;

import java.util.Map;

/** How one step of a run has ended. Immutable. */
public final class StepOutcome {
  /** Name of a figure that is a sentence without its full stop, told at the end of the run. */
  public static final String WARNING = "warning";

  /** Ways to end. */
  public enum State {
    /** It has run and its output is in place. */
    RUN,
    /** Its output was up to date. */
    SKIPPED,
    /** It is optional and has failed. */
    FAILED
  }

  private final String step;
  private final State state;
  private final long millisTaken;
  private final Map<String, Object> figures;
  private final String place;

  StepOutcome(
      String step, State state, long millisTaken, Map<String, Object> figures, String place) {
    this.step = step;
    this.state = state;
    this.millisTaken = millisTaken;
    this.figures = figures;
    this.place = place;
  }

  /** Name of the step. */
  public String step() {
    return step;
  }

  /** How it has ended. */
  public State state() {
    return state;
  }

  /** Wall clock time, 0 when skipped. */
  public long millisTaken() {
    return millisTaken;
  }

  /**
   * What the step found worth telling, in order; from its last run when it was skipped, {@code
   * reason} alone when it has failed.
   */
  public Map<String, Object> figures() {
    return figures;
  }

  /** Its folder; for a failed step what it has left behind. */
  public String place() {
    return place;
  }
}
