package org.gradus.jobs.monitor;

import java.util.List;
import org.gradus.io.settings.Key;

/** Settings of monitoring. */
final class MonitorKeys {
  static final Key<String> STORE =
      Key.text(
              "gradus.monitor.store",
              "",
              "Store whose version in force predicts: a folder, as a path or URI, or a database.")
          .withOption("--store");

  static final Key<String> OUTPUT =
      Key.text(
              "gradus.monitor.output",
              "",
              "Folder that keeps one folder for each day; the same for all days.")
          .withOption("--output");

  static final Key<String> FROM =
      Key.text("gradus.monitor.from", "", "First day to monitor, such as 2026-01-31.")
          .withOption("--from");

  static final Key<String> TO =
      Key.text("gradus.monitor.to", "", "Last day to monitor; empty: the first.")
          .withOption("--to");

  static final Key<String> TIME_ZONE =
      Key.text("gradus.monitor.time-zone", "UTC", "Where a day begins, such as Europe/Berlin.");

  static final Key<Long> LEAST_ATTEMPTS =
      Key.whole(
          "gradus.monitor.min-attempts",
          500,
          1,
          Long.MAX_VALUE,
          "Answers that a day needs for its log loss and its drift to be judged; the latter needs"
              + " students, too.");

  static final Key<Double> MOST_LOG_LOSS_RISE =
      Key.number(
          "gradus.monitor.max-log-loss-rise",
          0.05,
          0,
          100,
          "How much the log loss of a day may be above that of held-out students at training, in"
              + " nats.");

  static final Key<Long> EXERCISE_LEAST_ATTEMPTS =
      Key.whole(
          "gradus.monitor.exercise-min-attempts",
          100,
          1,
          Long.MAX_VALUE,
          "Answers that an exercise needs, on the day and held out at training, for its log loss to"
              + " be judged.");

  static final Key<Double> MOST_EXERCISE_LOG_LOSS_RISE =
      Key.number(
          "gradus.monitor.max-exercise-log-loss-rise",
          0.25,
          0,
          100,
          "How much the log loss of an exercise may be above its own at training, in nats.");

  static final Key<Double> MOST_DRIFT =
      Key.number(
          "gradus.monitor.max-drift",
          0.25,
          0,
          100,
          "Largest population stability index of a feature of the day against training; 0.25 is the"
              + " custom (Siddiqi 2006, \"Credit Risk Scorecards\").");

  static final Key<String> DRIFT_FEATURES =
      Key.text(
          "gradus.monitor.drift-features",
          "prediction,difficulty,ability",
          "Features whose drift is judged, of prediction (the predicted logit), difficulty (of the"
              + " question), ability (of the student, from the answers before) and history (number"
              + " of earlier answers of the student, which grows as a log gets older), separated by"
              + " commas; empty: none.");

  static final Key<Long> LEAST_STUDENTS =
      Key.whole(
          "gradus.monitor.min-students",
          200,
          1,
          Long.MAX_VALUE,
          "Students that a day needs for its drift to be judged, and except for difficulty the"
              + " training among those held out: fewer differ from others by chance, however much"
              + " they answer.");

  static final Key<Long> WINDOW =
      Key.whole(
          "gradus.monitor.window-days",
          28,
          1,
          3660,
          "How many days back the volume of a day is compared: with the same weekday where that is"
              + " there twice, and else with all days that have been monitored.");

  static final Key<Double> MOST_VOLUME_DROP =
      Key.number(
          "gradus.monitor.max-volume-drop",
          0.5,
          0,
          1,
          "Largest share of answers that a day may lack of the median of the days compared with.");

  static final Key<Double> SILENCE =
      Key.number(
          "gradus.monitor.silent-attempts",
          20,
          0,
          1e9,
          "Mean number of answers a day on the days compared with from which an exercise without"
              + " any answer is silent.");

  static final Key<Long> MOST_SILENT =
      Key.whole(
          "gradus.monitor.max-silent-exercises",
          0,
          0,
          Integer.MAX_VALUE,
          "Exercises that may be silent on a day.");

  private MonitorKeys() {}

  static List<Key<?>> all() {
    return List.of(
        STORE,
        OUTPUT,
        FROM,
        TO,
        TIME_ZONE,
        LEAST_ATTEMPTS,
        MOST_LOG_LOSS_RISE,
        EXERCISE_LEAST_ATTEMPTS,
        MOST_EXERCISE_LOG_LOSS_RISE,
        MOST_DRIFT,
        DRIFT_FEATURES,
        LEAST_STUDENTS,
        WINDOW,
        MOST_VOLUME_DROP,
        SILENCE,
        MOST_SILENT);
  }
}
