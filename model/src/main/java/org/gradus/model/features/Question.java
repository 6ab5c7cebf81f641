package org.gradus.model.features;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.Difficulty;

/**
 * What is known of an attempt before its answer: which question, when, how hard. Immutable, except
 * for the one that a {@link StudentReplay} asks its blocks with again and again; so blocks keep
 * none.
 */
public final class Question {
  private String exercise;
  private String item;
  private String problemType;
  private long epochMillis;
  private float exerciseLogit;
  private float itemLogit;
  private float itemAttempts;
  private float itemOffset;

  /**
   * A question.
   *
   * @param exercise non-empty name of the exercise
   * @param item name of the item, or empty
   * @param problemType sub-kind of the exercise, or empty
   * @param epochMillis when, or {@link Attempt#UNKNOWN_TIME}
   * @param difficulty how hard the item is
   */
  public Question(
      String exercise, String item, String problemType, long epochMillis, Difficulty difficulty) {
    set(exercise, item, problemType, epochMillis, difficulty);
  }

  /** One that is to be {@link #set}, by its owner alone. */
  Question() {
    this("", "", "", Attempt.UNKNOWN_TIME, Difficulty.UNKNOWN);
  }

  final void set(
      String newExercise,
      String newItem,
      String newProblemType,
      long newEpochMillis,
      Difficulty difficulty) {
    exercise = newExercise;
    item = newItem;
    problemType = newProblemType;
    epochMillis = newEpochMillis;
    exerciseLogit = (float) difficulty.exerciseLogit();
    itemLogit = (float) difficulty.itemLogit();
    itemAttempts = difficulty.itemAttempts();
    itemOffset = (float) difficulty.itemOffset();
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** Name of the item, or empty. */
  public String item() {
    return item;
  }

  /** Sub-kind of the exercise, or empty. */
  public String problemType() {
    return problemType;
  }

  /** When, in milliseconds since 1970, or {@link Attempt#UNKNOWN_TIME}. */
  public long epochMillis() {
    return epochMillis;
  }

  /** Log odds of a correct answer in this exercise over training students; high is easy. */
  public float exerciseLogit() {
    return exerciseLogit;
  }

  /** Log odds of a correct answer to this item over training students; high is easy. */
  public float itemLogit() {
    return itemLogit;
  }

  /**
   * Attempts of training students that {@link #itemLogit()} rests on, 0 when only the exercise is
   * known.
   */
  public float itemAttempts() {
    return itemAttempts;
  }

  /** What the model adds to the logit for this item; no feature. */
  public float itemOffset() {
    return itemOffset;
  }

  /** Outcome minus the item's rate of corrects, between -1 and 1. */
  double residual(boolean correct) {
    return (correct ? 1 : 0) - 1 / (1 + StrictMath.exp(-itemLogit));
  }
}
