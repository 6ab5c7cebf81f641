package org.gradus.model.baseline;

/**
 * What baselines may know before an answer: the student's record so far, and how hard the item is.
 * Mutable, one for all rows.
 */
public final class Situation {
  private int corrects;
  private int attempts;
  float itemLogit;
  float studentLogCorrects;
  float studentLogAttempts;
  float abilityMean;
  float abilityVariance = 1;

  /** Goes to the first attempt of a student on the exercise. */
  public void begin() {
    corrects = 0;
    attempts = 0;
  }

  /** Takes the outcome of the attempt in, on the way to the next one. */
  public void observe(boolean correct) {
    corrects += correct ? 1 : 0;
    attempts++;
  }

  /** The student's correct attempts on the exercise so far. */
  public int corrects() {
    return corrects;
  }

  /** The student's attempts on the exercise so far. */
  public int attempts() {
    return attempts;
  }

  /** Log odds of a correct answer to the item, over training students. */
  public float itemLogit() {
    return itemLogit;
  }

  /** ln(1 + correct answers of the student to anything so far). */
  public float studentLogCorrects() {
    return studentLogCorrects;
  }

  /** ln(1 + answers of the student to anything so far). */
  public float studentLogAttempts() {
    return studentLogAttempts;
  }

  /** Mean of the student's ability in logits, from a standard normal prior. */
  public float abilityMean() {
    return abilityMean;
  }

  /** Its variance, 0 to 1. */
  public float abilityVariance() {
    return abilityVariance;
  }
}
