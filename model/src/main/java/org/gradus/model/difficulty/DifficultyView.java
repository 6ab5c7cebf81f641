package org.gradus.model.difficulty;

/**
 * A {@link DifficultyTable} as one student may see it: whole, or without that student's own
 * answers.
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
}
