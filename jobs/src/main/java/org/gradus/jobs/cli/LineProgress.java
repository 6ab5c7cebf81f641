package org.gradus.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.StepOutcome;

/** Progress as plain lines, for logs: one as a step begins and ends, and now and then between. */
final class LineProgress implements Progress {
  private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;

  private final PrintStream out;
  private String job = "";
  private long lastLine;

  LineProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void stepStarted(String step, int number, int ofSteps) {
    out.printf("[%d/%d] %s%n", number, ofSteps, step);
  }

  @Override
  public void stepEnded(StepOutcome outcome) {
    if (outcome.state() == StepOutcome.State.FAILED) {
      out.printf("      %s failed and is left out: %s%n", outcome.step(), outcome.figures());
    }
  }

  @Override
  public void jobStarted(String title) {
    job = title;
    lastLine = System.nanoTime();
  }

  @Override
  public void jobAt(float maps, float reduces) {
    if (System.nanoTime() - lastLine > NANOS_BETWEEN_LINES) {
      lastLine = System.nanoTime();
      out.printf(
          Locale.ROOT, "      %s: maps %.0f %%, reduces %.0f %%%n", job, 100 * maps, 100 * reduces);
    }
  }

  @Override
  public void note(String line) {
    out.println("      " + line);
  }
}
