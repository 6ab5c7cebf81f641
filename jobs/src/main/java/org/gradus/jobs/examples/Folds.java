package org.gradus.jobs.examples;

import java.util.List;
import org.gradus.io.settings.SettingsException;

/**
 * The folds of a cross-validation: a number of them by hash, or one for each of some values of the
 * fold column. Immutable.
 */
final class Folds {
  private static final int MOST = 100;

  private final int count;
  private final List<String> columnValues;

  private Folds(int count, List<String> columnValues) {
    this.count = count;
    this.columnValues = columnValues;
  }

  /**
   * The folds that a setting names; none when it is empty.
   *
   * @throws SettingsException when it names fewer than two
   */
  static Folds of(String text) {
    List<String> values = values(text);
    if (values.size() == 1) {
      return new Folds(number(text), List.of());
    }
    return new Folds(values.size(), values);
  }

  private static int number(String text) {
    if (text.matches("\\d{1,3}")) {
      int number = Integer.parseInt(text);
      if (number >= 2 && number <= MOST) {
        return number;
      }
    }
    throw new SettingsException(
        "--folds is '"
            + text
            + "' but must be a number from 2 to "
            + MOST
            + " or at least two values of the fold column, separated by commas.");
  }

  static List<String> values(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1));
  }

  int count() {
    return count;
  }

  boolean byColumn() {
    return !columnValues.isEmpty();
  }

  /** Whether a student belongs to a fold, counted from 1. */
  boolean holds(int fold, String columnValue, double unit) {
    return byColumn()
        ? columnValues.get(fold - 1).equals(columnValue)
        : (int) (unit * count) == fold - 1;
  }
}
