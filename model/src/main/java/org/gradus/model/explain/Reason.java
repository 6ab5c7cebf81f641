package org.gradus.model.explain;

/** One reason why a prediction is not the average one. Immutable. */
public final class Reason {
  private final Subject subject;
  private final String words;
  private final double contribution;
  private final double points;

  Reason(Subject subject, String words, double contribution, double points) {
    this.subject = subject;
    this.words = words;
    this.contribution = contribution;
    this.points = points;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** What is the case, such as {@code got 4 of 5 right on this exercise so far}. */
  public String words() {
    return words;
  }

  /** What it adds to the logit beyond what it adds for the average attempt on the exercise. */
  public double contribution() {
    return contribution;
  }

  /**
   * By how many percentage points P(correct) is higher, or lower if negative, than it would be if
   * this were as in the average attempt. These do not add up, contributions do.
   */
  public double points() {
    return points;
  }

  /** Such as {@code got 4 of 5 right on this exercise so far: raises by 7 points}. */
  @Override
  public String toString() {
    long rounded = Math.round(Math.abs(points));
    String verb = points >= 0 ? "raises" : "lowers";
    return words
        + ": "
        + (rounded == 0
            ? "hardly matters"
            : verb + " by " + rounded + (rounded == 1 ? " point" : " points"));
  }
}
