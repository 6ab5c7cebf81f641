package org.gradus.jobs.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.StepOutcome;

/** Progress as plain lines, for logs: one as a step begins and ends, and now and then between. */
final class LineProgress implements Progress {
  private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;

  private final PrintStream out;
  private final Map<String, Long> lastLines = new HashMap<>();

  LineProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void stepStarted(String step, int number, int ofSteps) {
    out.printf("[%d/%d] %s%n", number, ofSteps, step);
  }

  @Override
  public synchronized void stepEnded(StepOutcome outcome) {
    if (outcome.state() == StepOutcome.State.FAILED) {
      out.printf(
          "      %s failed and is left out: %s%n", outcome.step(), outcome.figures().get("reason"));
    }
  }

  @Override
  public synchronized void jobStarted(String title) {
    lastLines.put(title, System.nanoTime());
  }

  @Override
  public synchronized void jobAt(String title, float maps, float reduces) {
    if (System.nanoTime() - lastLines.get(title) > NANOS_BETWEEN_LINES) {
      lastLines.put(title, System.nanoTime());
      out.printf(
          Locale.ROOT,
          "      %s: maps %.0f %%, reduces %.0f %%%n",
          title,
          100 * maps,
          100 * reduces);
    }
  }

  @Override
  public synchronized void jobEnded(String title) {
    lastLines.remove(title);
  }

  @Override
  public synchronized void note(String line) {
    out.println("      " + line);
  }
}
