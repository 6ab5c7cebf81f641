package org.gradus.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.StepOutcome;

/** Progress on a terminal: lines as in a log, and a bar while a job runs. */
final class BarProgress implements Progress {
  private static final int STEPS = 200;

  private final PrintStream out;
  private final LineProgress lines;
  private final int width;
  private ProgressBar bar;

  BarProgress(PrintStream out, int width) {
    this.width = width;
    this.out = out;
    this.lines = new LineProgress(out);
  }

  @Override
  public void stepStarted(String step, int number, int ofSteps) {
    lines.stepStarted(step, number, ofSteps);
  }

  @Override
  public void stepEnded(StepOutcome outcome) {
    lines.stepEnded(outcome);
  }

  @Override
  public void jobStarted(String title) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("      " + title.replaceFirst("^gradus ", ""))
            .setInitialMax(STEPS)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
            .build();
  }

  private void draw(String text) {
    out.print("\r" + text);
    out.flush();
  }

  @Override
  public void jobAt(float maps, float reduces) {
    bar.stepTo(Math.round(STEPS * (maps + reduces) / 2));
    bar.setExtraMessage(
        String.format(Locale.ROOT, "map %.0f%% reduce %.0f%%", 100 * maps, 100 * reduces));
  }

  @Override
  public void jobEnded() {
    bar.close();
    draw(" ".repeat(width) + "\r");
  }

  @Override
  public void note(String line) {
    lines.note(line);
  }
}
