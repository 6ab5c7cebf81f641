package org.gradus.jobs.driver;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/** Settings of a run itself, whichever steps it has. */
public final class RunKeys {
  /** The work folder. */
  public static final Key<String> WORK =
      Key.text(
              "gradus.run.work",
              "",
              "Work folder: every step has a folder of its own in it. Made when it is not there;"
                  + " the same command on the same folder resumes, and skips what is up to date.")
          .withOption("--work");

  /** The dataset that a run ends with. */
  public static final Key<String> TARGET =
      Key.text(
              "gradus.run.target",
              "report",
              "Datasets that 'gradus run' ends with, separated by commas: the steps that they depend"
                  + " on are run.")
          .withOption("--target")
          .repeatable();

  /** Work folders to read from. */
  public static final Key<String> BASE =
      Key.text(
          "gradus.run.base",
          "",
          "Other work folders, separated by commas: in 'gradus run' a step whose output in one of"
              + " them was made by the same program from the same inputs and settings is not run"
              + " again but read there.");

  /** How often a failing step is tried. */
  public static final Key<Long> ATTEMPTS =
      Key.whole(
          "gradus.run.attempts",
          0,
          0,
          20,
          "How often a step is tried before the run fails; 0 means once in local mode and 3 times"
              + " on a cluster. What the settings or the data cause is not tried again.");

  /** Wait before the second try. */
  public static final Key<Long> BACK_OFF =
      Key.whole(
          "gradus.run.back-off-seconds",
          10,
          0,
          3600,
          "Wait before a failed step is tried again, in seconds; doubled each time.");

  /** Bound on steps that run side by side. */
  public static final Key<Long> STEPS_AT_ONCE =
      Key.whole(
          "gradus.run.steps-at-once",
          0,
          0,
          16,
          "Most steps that run side by side, where none of them reads what another one writes; 0"
              + " means 1 in local mode and 2 on a cluster.");

  /** Share of the heap. */
  public static final Key<Double> HEAP_SHARE =
      Key.number(
          "gradus.run.heap-share",
          1,
          0.01,
          1,
          "Share of this process's memory that jobs in local mode plan with, where several runs share it; 'gradus batch' sets it.");

  private RunKeys() {}

  /** Whether this process may run other steps at the same time, in this run or beside it. */
  static boolean isShared(Configuration configuration) {
    return HEAP_SHARE.get(configuration) < 1 || STEPS_AT_ONCE.get(configuration) > 1;
  }

  /** All of them. */
  public static List<Key<?>> all() {
    return List.of(WORK, TARGET, BASE, ATTEMPTS, BACK_OFF, STEPS_AT_ONCE, HEAP_SHARE);
  }

  /**
   * The work folder.
   *
   * @throws SettingsException when none is set
   */
  public static Path work(Configuration configuration) {
    if (!WORK.isSet(configuration)) {
      throw new SettingsException("No work folder is named: add --work DIR.");
    }
    return new Path(WORK.get(configuration));
  }

  static String[] bases(Configuration configuration) {
    return BASE.isSet(configuration)
        ? BASE.get(configuration).split("\\s*,\\s*", -1)
        : new String[0];
  }

  static int attempts(Configuration configuration) {
    int attempts = ATTEMPTS.get(configuration).intValue();
    return attempts > 0 ? attempts : LocalMode.isOn(configuration) ? 1 : 3;
  }

  static int stepsAtOnce(Configuration configuration) {
    int steps = STEPS_AT_ONCE.get(configuration).intValue();
    return steps > 0 ? steps : LocalMode.isOn(configuration) ? 1 : 2;
  }
}
