package org.gradus.jobs.examples;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.hash.StableHash;

/**
 * Which students are held out: those whose fold (the fold column of their first attempt) is one of
 * the test folds, or else a share of all students by a salted hash of their id. A student is held
 * out wholly or not at all. Immutable.
 */
public final class StudentSplit {
  /** Values of the fold column that mean held out. */
  public static final Key<String> TEST_FOLD =
      Key.text(
              "gradus.split.test-fold",
              "",
              "Values of the fold column, separated by commas, whose students are held out; empty: hold students out by hash.")
          .withOption("--test-fold");

  /** Values of the fold column that are neither trained on nor scored. */
  public static final Key<String> IGNORED_FOLD =
      Key.text(
          "gradus.split.ignored-fold",
          "",
          "Values of the fold column, separated by commas, whose students are left out altogether.");

  /** Share of students held out by hash. */
  public static final Key<Double> HOLDOUT_FRACTION =
      Key.number(
              "gradus.split.holdout-fraction",
              0.2,
              0,
              0.9,
              "Share of students that is held out by a hash of the student's id, when no test fold is set; 0: train on everybody.")
          .withOption("--holdout");

  /** Salt of the hash. */
  public static final Key<String> SALT =
      Key.text(
          "gradus.split.salt",
          "gradus",
          "Salt of the hash that holds students out; another salt, another choice.");

  private final List<String> testFolds;
  private final List<String> ignoredFolds;
  private final double holdoutFraction;
  private final String salt;

  private StudentSplit(
      List<String> testFolds, List<String> ignoredFolds, double holdoutFraction, String salt) {
    this.testFolds = testFolds;
    this.ignoredFolds = ignoredFolds;
    this.holdoutFraction = holdoutFraction;
    this.salt = salt;
  }

  /** What a student is for. */
  public enum Role {
    /** Everything is estimated from these. */
    TRAINING,
    /** Only scored. */
    HELD_OUT,
    /** Neither. */
    IGNORED
  }

  /** The keys that decide. */
  public static List<Key<?>> keys() {
    return List.of(TEST_FOLD, IGNORED_FOLD, HOLDOUT_FRACTION, SALT);
  }

  /** The split that the settings ask for. */
  public static StudentSplit of(Configuration configuration) {
    return new StudentSplit(
        values(TEST_FOLD.get(configuration)),
        values(IGNORED_FOLD.get(configuration)),
        HOLDOUT_FRACTION.get(configuration),
        SALT.get(configuration));
  }

  private static List<String> values(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1));
  }

  /**
   * Refuses a test fold without a fold column.
   *
   * @throws SettingsException when they do not go together
   */
  public static void validate(Configuration configuration, Key<String> foldColumn) {
    if (TEST_FOLD.isSet(configuration) && !foldColumn.isSet(configuration)) {
      throw new SettingsException(
          "--test-fold is '"
              + TEST_FOLD.get(configuration)
              + "' but no fold column is named; add --fold-column with the column of the log that holds it.");
    }
  }

  /** What a student is for, by the fold of the first attempt or the hash of the id. */
  public Role roleOf(StudentHistory history) {
    String fold = history.attempts().get(0).fold();
    if (ignoredFolds.contains(fold)) {
      return Role.IGNORED;
    }
    boolean heldOut =
        testFolds.isEmpty()
            ? StableHash.unit(StableHash.of(salt, history.student())) < holdoutFraction
            : testFolds.contains(fold);
    return heldOut ? Role.HELD_OUT : Role.TRAINING;
  }
}
