package org.gradus.jobs.examples;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.hash.StableHash;

/**
 * Which students are held out: by the fold column of their first attempt, or by a salted hash of
 * their id. A student is held out wholly or not at all. Immutable.
 *
 * <p>The settings ask for one hold-out or for k folds, each of which is one {@link Variant} of the
 * split; a split is that of one variant.
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
              "Values of the fold column, separated by commas, whose students are left out altogether.")
          .withOption("--ignored-fold");

  /** Share of students held out by hash. */
  public static final Key<Double> HOLDOUT_FRACTION =
      Key.number(
              "gradus.split.holdout-fraction",
              0.2,
              0,
              0.9,
              "Share of students that is held out by a hash of the student's id, when neither a test fold nor folds are set; 0: train on everybody.")
          .withOption("--holdout");

  /** Cross-validation. */
  public static final Key<String> FOLDS =
      Key.text(
              "gradus.split.folds",
              "",
              "Cross-validation over students: a number of folds by a hash of the student's id, or values of the fold column separated by commas, one fold each;"
                  + " the model is then trained on everybody. Empty: one hold-out.")
          .withOption("--folds");

  /** Cross-validation among the training students. */
  public static final Key<Long> TUNING_FOLDS =
      Key.whole(
          "gradus.split.tuning-folds",
          0,
          0,
          100,
          "Folds of a cross-validation among the training students alone, by a hash of the student's id; whom the split holds out is left out altogether. 0: none. 'gradus tune'"
              + " sets it.");

  /** Repetition. */
  public static final Key<Long> REPEATS =
      Key.whole(
              "gradus.split.repeats",
              1,
              1,
              100,
              "How many times the evaluation is done, each time with other students held out by hash; metrics are then given with mean and standard deviation, and the"
                  + " model is trained on everybody. With folds, so many cross-validations.")
          .withOption("--repeats");

  /** Salt of the hash. */
  public static final Key<String> SALT =
      Key.text(
          "gradus.split.salt",
          "gradus",
          "Salt of the hash that holds students out; another salt, another choice.");

  private final Variant variant;
  private final Folds folds;
  private final List<String> testFolds;
  private final List<String> ignoredFolds;
  private final double holdoutFraction;
  private final int tuningFolds;
  private final String salt;

  private StudentSplit(Configuration configuration, Variant variant) {
    this.variant = variant;
    folds = Folds.of(FOLDS.get(configuration));
    testFolds = Folds.values(TEST_FOLD.get(configuration));
    ignoredFolds = Folds.values(IGNORED_FOLD.get(configuration));
    holdoutFraction = HOLDOUT_FRACTION.get(configuration);
    tuningFolds = TUNING_FOLDS.get(configuration).intValue();
    String base = SALT.get(configuration);
    salt = variant.run() == 1 ? base : base + "/" + variant.run();
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
    return List.of(
        LogInputFormat.FOLD_COLUMN,
        TEST_FOLD,
        IGNORED_FOLD,
        HOLDOUT_FRACTION,
        FOLDS,
        TUNING_FOLDS,
        REPEATS,
        SALT,
        Variant.REFIT,
        Variant.FIGURES_ONLY);
  }

  /** The split of the job's variant. */
  public static StudentSplit of(Configuration configuration) {
    return of(configuration, Variant.ofJob(configuration));
  }

  /** The split of a variant. */
  public static StudentSplit of(Configuration configuration, Variant variant) {
    return new StudentSplit(configuration, variant);
  }

  /**
   * Refuses folds that cannot be told apart.
   *
   * @throws SettingsException naming them
   */
  public static void validate(Configuration configuration) {
    Folds folds = Folds.of(FOLDS.get(configuration));
    boolean needsColumn =
        TEST_FOLD.isSet(configuration) || folds.byColumn() || IGNORED_FOLD.isSet(configuration);
    if (needsColumn && !LogInputFormat.FOLD_COLUMN.isSet(configuration)) {
      throw new SettingsException(
          "Students are to be told apart by a fold column (--test-fold, --folds or --ignored-fold with its values), but none is named; add --fold-column with the"
              + " column of the log that holds it.");
    }
    if (REPEATS.get(configuration) > 1 && isByColumn(configuration)) {
      throw new SettingsException(
          "--repeats is "
              + REPEATS.get(configuration)
              + " but a column of the log says who is held out, the same students each time; leave"
              + " --repeats out, or --test-fold and the values of --folds.");
    }
    if (Variant.FIGURES_ONLY.get(configuration)) {
      validateFiguresOnly(configuration, folds);
    }
    if (TEST_FOLD.isSet(configuration) && folds.count() > 0) {
      throw new SettingsException(
          "--test-fold '"
              + TEST_FOLD.get(configuration)
              + "' and --folds '"
              + FOLDS.get(configuration)
              + "' cannot both be set; choose one hold-out or cross-validation.");
    }
    if (folds.count() > 0 && TUNING_FOLDS.get(configuration) > 0) {
      throw new SettingsException(
          "--folds '"
              + FOLDS.get(configuration)
              + "' cannot be used in tuning, which needs students whom it never sees: hold some out"
              + " with --holdout or --test-fold.");
    }
  }

  private static void validateFiguresOnly(Configuration configuration, Folds folds) {
    if (Variant.REFIT.get(configuration)) {
      throw new SettingsException(
          "--figures-only asks for no model and --refit for one more; leave one of the two out.");
    }
    if (folds.count() == 0 && REPEATS.get(configuration) == 1) {
      throw new SettingsException(
          "--figures-only leaves out the model that is trained on everybody besides --folds or --repeats, but neither is set; leave it out.");
    }
  }

  /** Whether values of the fold column decide. */
  public static boolean isByColumn(Configuration configuration) {
    return TEST_FOLD.isSet(configuration) || Folds.of(FOLDS.get(configuration)).byColumn();
  }

  /** Whether the settings hold anybody out. */
  public static boolean holdsOut(Configuration configuration) {
    return TEST_FOLD.isSet(configuration)
        || FOLDS.isSet(configuration)
        || HOLDOUT_FRACTION.get(configuration) > 0;
  }

  /** Whether this variant holds students out to score them. */
  public boolean isEvaluated() {
    return variant.isEvaluated();
  }

  /** What a student is for in this variant. */
  public Role roleOf(StudentHistory history) {
    String fold = history.attempts().get(0).fold();
    if (ignoredFolds.contains(fold)) {
      return Role.IGNORED;
    }
    double unit = StableHash.unit(StableHash.of(salt, history.student()));
    if (tuningFolds > 0) {
      return inTheOneHoldOut(fold, unit) ? Role.IGNORED : tuningRoleOf(history.student());
    }
    return isHeldOut(fold, unit) ? Role.HELD_OUT : Role.TRAINING;
  }

  /** By a hash of its own, as the other one is used up where students are held out by it. */
  private Role tuningRoleOf(String student) {
    double unit = StableHash.unit(StableHash.of(salt, "tuning", student));
    return (int) (unit * tuningFolds) == variant.fold() - 1 ? Role.HELD_OUT : Role.TRAINING;
  }

  private boolean isHeldOut(String fold, double unit) {
    switch (variant.kind()) {
      case EVERYBODY:
        return false;
      case FOLD:
        return folds.holds(variant.fold(), fold, unit);
      default:
        return inTheOneHoldOut(fold, unit);
    }
  }

  private boolean inTheOneHoldOut(String fold, double unit) {
    return testFolds.isEmpty() ? unit < holdoutFraction : testFolds.contains(fold);
  }
}
