package org.gradus.model.difficulty;

/** Shrunken share of correct answers of an exercise and of one item in it. */
public final class Difficulty {
  /** What is said of every question when nobody asks for difficulty: even odds on no attempts. */
  public static final Difficulty UNKNOWN = new Difficulty(0.5, 0, 0.5, 0);

  private final double exerciseRate;
  private final long exerciseAttempts;
  private final double itemRate;
  private final long itemAttempts;

  Difficulty(double exerciseRate, long exerciseAttempts, double itemRate, long itemAttempts) {
    this.exerciseRate = exerciseRate;
    this.exerciseAttempts = exerciseAttempts;
    this.itemRate = itemRate;
    this.itemAttempts = itemAttempts;
  }

  /** Log odds of a correct answer in the exercise; high is easy. */
  public double exerciseLogit() {
    return StrictMath.log(exerciseRate / (1 - exerciseRate));
  }

  /**
   * Log odds of a correct answer to the item; high is easy; the exercise's when the item is
   * unknown.
   */
  public double itemLogit() {
    return StrictMath.log(itemRate / (1 - itemRate));
  }

  /** Shrunken share of correct answers to the item, between 0 and 1, both exclusive. */
  public double itemRate() {
    return itemRate;
  }

  /** Attempts that the exercise's rate rests on. */
  public long exerciseAttempts() {
    return exerciseAttempts;
  }

  /** Attempts that the item's rate rests on, 0 for an unknown item. */
  public long itemAttempts() {
    return itemAttempts;
  }
}
