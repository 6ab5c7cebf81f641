package org.gradus.jobs.sort;

import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.examples.StudentSplit;

/**
 * Whether a cross-validation has at most as many folds as the logs have students. Told here, where
 * students are counted, and not after a training for each empty fold.
 */
final class FoldCount {
  private FoldCount() {}

  /**
   * Checks a number of folds; values of a fold column are no number.
   *
   * @throws SettingsException when there are fewer students
   */
  static void check(Configuration configuration, SortFigures figures) {
    String folds = StudentSplit.FOLDS.get(configuration);
    long students = figures.of(SortCounter.STUDENTS);
    if (folds.matches("\\d{1,9}") && Integer.parseInt(folds) > students) {
      throw new SettingsException(
          "--folds is '"
              + folds
              + "' but the logs have only "
              + students
              + " students, and each fold needs one at least; give a smaller number.");
    }
  }
}
