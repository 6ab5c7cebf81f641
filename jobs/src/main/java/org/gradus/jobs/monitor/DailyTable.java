package org.gradus.jobs.monitor;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.knowledge.VersionName;

/** Prints one line for each day, and one for all of them together. */
final class DailyTable {
  private final PrintStream out;
  private final Judge judge;
  private final DailySums all = new DailySums();
  private final Set<Feature> leftOut = EnumSet.noneOf(Feature.class);
  private int days;
  private int daysLeftOut;

  DailyTable(PrintStream out, Judge judge) {
    this.out = out;
    this.judge = judge;
  }

  void head() {
    out.println(
        "day         answers  log loss  at training     AUC  calibration  drift: prediction  difficulty  ability  history");
  }

  void day(MonitoredDay day) {
    DailySums total = day.total();
    row(day.date().toString(), total);
    all.merge(total);
    days++;
    List<Feature> left = judge.ofTooFewStudents(day);
    leftOut.addAll(left);
    daysLeftOut += left.isEmpty() ? 0 : 1;
  }

  /** The line of all days, and what could not be compared. */
  void end(VersionName version) {
    if (days > 1) {
      row("all days", all);
    }
    for (Feature feature : judge.notInReference()) {
      out.println(
          String.format(
              "The drift of %s is not judged: it is not in the training reference of %s; train with"
                  + " held-out students and item difficulty, and publish, to have it.",
              feature.label(), version));
    }
    leftOut.removeAll(judge.notInReference());
    if (!leftOut.isEmpty()) {
      out.printf(
          "On %d of %d days the drift of %s is not judged: fewer than %d students answered then, or"
              + " were held out at training of %s (%s).%n",
          daysLeftOut,
          days,
          leftOut.stream().map(Feature::label).collect(Collectors.joining(", ")),
          judge.leastStudents(),
          version,
          MonitorKeys.LEAST_STUDENTS);
    }
  }

  private void row(String name, DailySums sums) {
    out.println(
        String.format(
                Locale.ROOT,
                "%-10s %8d  %8s  %11s  %6s  %11s  %17s  %10s  %7s  %7s",
                name,
                sums.total().attempts(),
                number(sums.total().logLoss()),
                number(judge.logLossAtTraining()),
                number(sums.auc()),
                number(sums.calibrationError()),
                number(judge.drift(Feature.PREDICTION, sums)),
                number(judge.drift(Feature.DIFFICULTY, sums)),
                number(judge.drift(Feature.ABILITY, sums)),
                number(judge.drift(Feature.HISTORY, sums)))
            .stripTrailing());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
