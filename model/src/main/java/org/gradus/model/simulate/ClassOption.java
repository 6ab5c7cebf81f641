package org.gradus.model.simulate;

import java.util.Locale;

/** A number that describes a simulated class: its default, its range, what it means. */
public enum ClassOption {
  /** What everything is drawn from. */
  SEED(true, 1, 0, 1L << 52, "What everything is drawn from."),

  /** Number of students. */
  STUDENTS(true, 1000, 1, Integer.MAX_VALUE, "Number of students."),

  /** Number of exercises. */
  EXERCISES(true, 50, 1, 100_000, "Number of exercises."),

  /** Number of items inside each exercise. */
  ITEMS_PER_EXERCISE(true, 20, 1, 10_000, "Number of items inside each exercise."),

  /** Number of problem types inside each exercise; 0: the log has none. */
  PROBLEM_TYPES(
      true, 0, 0, 1000, "Number of problem types inside each exercise; 0: the log has none."),

  /** Number of topics; exercises are dealt to them in turn. */
  TOPICS(true, 5, 1, 1000, "Number of topics; exercises are dealt to them in turn."),

  /** Mean number of attempts per student. */
  MEAN_ATTEMPTS(true, 60, 1, 100_000, "Mean number of attempts per student."),

  /** Exponent of Zipf's law for the popularity of exercises and of items; 0: all alike. */
  SKEW(
      false,
      0.8,
      0,
      5,
      "Exponent of Zipf's law for the popularity of exercises and of items; 0: all alike."),

  /** Logit of an average student's first attempt on an average exercise. */
  EASINESS(
      false, 0.8, -10, 10, "Logit of an average student's first attempt on an average exercise."),

  /** Standard deviation of students' general ability, in logits. */
  STUDENT_SPREAD(false, 1, 0, 10, "Standard deviation of students' general ability, in logits."),

  /**
   * Standard deviation of a student's ability in one exercise around the general one, in logits.
   */
  DEVIATION_SPREAD(
      false,
      0.5,
      0,
      10,
      "Standard deviation of a student's ability in one exercise around the general one, in logits."),

  /** Standard deviation of exercises' difficulty, in logits. */
  EXERCISE_SPREAD(false, 0.8, 0, 10, "Standard deviation of exercises' difficulty, in logits."),

  /** Standard deviation of items' difficulty inside an exercise, in logits. */
  ITEM_SPREAD(
      false, 0.6, 0, 10, "Standard deviation of items' difficulty inside an exercise, in logits."),

  /**
   * Logits that the first correct attempt on an exercise adds; later ones add less, two logits in
   * all at most.
   */
  LEARNED_FROM_CORRECT(
      false,
      0.15,
      0,
      2,
      "Logits that the first correct attempt on an exercise adds; later ones add less, two logits in all at most."),

  /** Logits that a first wrong attempt on an exercise adds. */
  LEARNED_FROM_WRONG(false, 0.08, 0, 2, "Logits that a first wrong attempt on an exercise adds."),

  /** Probability of a correct answer however weak the student. */
  GUESS(false, 0, 0, 0.5, "Probability of a correct answer however weak the student."),

  /** Probability of a wrong answer however able the student. */
  SLIP(false, 0, 0, 0.4, "Probability of a wrong answer however able the student."),

  /** Midnight of the first day, in milliseconds since 1970-01-01T00:00Z. */
  START_EPOCH_MILLIS(
      true,
      1_704_067_200_000L,
      0,
      253_402_300_799_999L,
      "Midnight of the first day, in milliseconds since 1970-01-01T00:00Z."),

  /** Number of days over which students begin. */
  JOIN_DAYS(true, 60, 1, 36_500, "Number of days over which students begin.");

  private final boolean whole;
  private final double defaultValue;
  private final double least;
  private final double most;
  private final String meaning;

  ClassOption(boolean whole, double defaultValue, double least, double most, String meaning) {
    this.whole = whole;
    this.defaultValue = defaultValue;
    this.least = least;
    this.most = most;
    this.meaning = meaning;
  }

  /** The name in lower case with hyphens, such as {@code mean-attempts}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether only whole numbers are allowed. */
  public boolean whole() {
    return whole;
  }

  /** The value when none is given. */
  public double defaultValue() {
    return defaultValue;
  }

  /** Smallest value allowed. */
  public double least() {
    return least;
  }

  /** Largest value allowed. */
  public double most() {
    return most;
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return meaning;
  }

  double check(double value) {
    if (value >= least && value <= most && (!whole || value == Math.rint(value))) {
      return value;
    }
    throw new IllegalArgumentException(
        words()
            + " of a simulated class must be "
            + (whole ? "whole and " : "")
            + "from "
            + least
            + " to "
            + most
            + ", not "
            + value);
  }
}
