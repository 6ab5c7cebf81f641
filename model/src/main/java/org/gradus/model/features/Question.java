package org.gradus.model.features;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.Difficulty;

/** What is known of an attempt before its answer: which question, when, how hard. Immutable. */
public final class Question {
  private final String exercise;
  private final String item;
  private final String problemType;
  private final long epochMillis;
  private final float exerciseLogit;
  private final float itemLogit;
  private final float itemAttempts;

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
    this.exercise = exercise;
    this.item = item;
    this.problemType = problemType;
    this.epochMillis = epochMillis;
    exerciseLogit = (float) difficulty.exerciseLogit();
    itemLogit = (float) difficulty.itemLogit();
    itemAttempts = difficulty.itemAttempts();
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

  /** Outcome minus the item's rate of corrects, between -1 and 1. */
  double residual(boolean correct) {
    return (correct ? 1 : 0) - 1 / (1 + StrictMath.exp(-itemLogit));
  }
}
