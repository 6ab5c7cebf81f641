package org.gradus.model.difficulty;

/** Shrunken share of correct answers of an exercise and of one item in it, and its offset. */
public final class Difficulty {
  /** What is said of every question when nobody asks for difficulty: even odds on no attempts. */
  public static final Difficulty UNKNOWN = new Difficulty(0.5, 0, 0.5, 0, 0);

  private final double exerciseLogit;
  private final long exerciseAttempts;
  private final double itemRate;
  private final double itemLogit;
  private final long itemAttempts;
  private final double itemOffset;

  Difficulty(
      double exerciseRate,
      long exerciseAttempts,
      double itemRate,
      long itemAttempts,
      double itemOffset) {
    exerciseLogit = logit(exerciseRate);
    this.exerciseAttempts = exerciseAttempts;
    this.itemRate = itemRate;
    itemLogit = itemRate == exerciseRate ? exerciseLogit : logit(itemRate);
    this.itemAttempts = itemAttempts;
    this.itemOffset = itemOffset;
  }

  private static double logit(double rate) {
    return StrictMath.log(rate / (1 - rate));
  }

  /** Log odds of a correct answer in the exercise; high is easy. */
  public double exerciseLogit() {
    return exerciseLogit;
  }

  /**
   * Log odds of a correct answer to the item; high is easy; the exercise's when the item is
   * unknown.
   */
  public double itemLogit() {
    return itemLogit;
  }

  /** Shrunken share of correct answers to the item, between 0 and 1, both exclusive. */
  public double itemRate() {
    return itemRate;
  }

  /** Attempts that the exercise's rate rests on. */
  public long exerciseAttempts() {
    return exerciseAttempts;
  }

  /** What the model adds to the logit for this item; 0 without a model, or for an unknown item. */
  public double itemOffset() {
    return itemOffset;
  }

  /** Attempts that the item's rate rests on, 0 for an unknown item. */
  public long itemAttempts() {
    return itemAttempts;
  }
}
