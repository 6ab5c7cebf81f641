package org.gradus.jobs.cli;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.StepOutcome;

/**
 * Progress on a terminal: lines as in a log, and a bar while a job runs; of several jobs, the bar
 * is that of the one that began first.
 */
final class BarProgress implements Progress {
  private static final int STEPS = 200;

  private final PrintStream out;
  private final LineProgress lines;
  private final int width;
  private final Set<String> running = new LinkedHashSet<>();
  private ProgressBar bar;
  private String shown = "";

  BarProgress(PrintStream out, int width) {
    this.width = width;
    this.out = out;
    this.lines = new LineProgress(out);
  }

  @Override
  public synchronized void stepStarted(String step, int number, int ofSteps) {
    line(() -> lines.stepStarted(step, number, ofSteps));
  }

  @Override
  public synchronized void stepEnded(StepOutcome outcome) {
    line(() -> lines.stepEnded(outcome));
  }

  @Override
  public synchronized void jobStarted(String title) {
    running.add(title);
    show();
  }

  private void show() {
    if (shown.isEmpty() && !running.isEmpty()) {
      shown = running.iterator().next();
      bar =
          new ProgressBarBuilder()
              .setTaskName("      " + shown.replaceFirst("^gradus ", ""))
              .setInitialMax(STEPS)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
              .build();
    }
  }

  /** Called by a thread of the bar's own, too: it waits while a line is written. */
  private void draw(String text) {
    synchronized (out) {
      out.print("\r" + text);
      out.flush();
    }
  }

  /** Writes a line in the place of the bar, which is drawn again below it. */
  private void line(Runnable writing) {
    synchronized (out) {
      clear();
      writing.run();
    }
  }

  private void clear() {
    if (!shown.isEmpty()) {
      draw(" ".repeat(width) + "\r");
    }
  }

  @Override
  public synchronized void jobAt(String title, float maps, float reduces) {
    if (title.equals(shown)) {
      bar.stepTo(Math.round(STEPS * (maps + reduces) / 2));
      bar.setExtraMessage(
          String.format(Locale.ROOT, "map %.0f%% reduce %.0f%%", 100 * maps, 100 * reduces));
    }
  }

  @Override
  public synchronized void jobEnded(String title) {
    running.remove(title);
    if (title.equals(shown)) {
      bar.close();
      clear();
      shown = "";
      show();
    }
  }

  @Override
  public synchronized void note(String line) {
    line(() -> lines.note(line));
  }
}
