package org.gradus.model.difficulty;

/**
 * A {@link DifficultyTable} as one student may see it: whole, or, for one in training, without that
 * student's own answers.
 */
public final class DifficultyView {
  private final DifficultyTable table;
  private final DifficultyTable.OwnCounts own;

  DifficultyView(DifficultyTable table, DifficultyTable.OwnCounts own) {
    this.table = table;
    this.own = own;
  }

  /**
   * How hard an item is.
   *
   * @param exercise name of the exercise; one that the table does not know gets the overall rate
   * @param item name of the item, or empty; one that the table does not know gets the exercise's
   *     rate
   */
  public Difficulty of(String exercise, String item) {
    return table.difficulty(exercise, item, own);
  }

  /**
   * How much easier a question is after a transition: the log odds of a correct answer, shrunken
   * toward those of the question in general, less the latter. 0 for a transition that the table
   * does not know, or that only the student left out has made.
   *
   * @param key of the transition, see {@link Trail#keys}
   * @param logit log odds of a correct answer to the question in general
   * @param strength attempts that the question in general counts for, above 0
   */
  public double shift(long key, double logit, double strength) {
    return table.shift(key, logit, strength, own);
  }
}
