package org.gradus.model.difficulty;

/**
 * Ways of relating a question to what the student did just before. The pair of what is asked and
 * what went before is a transition; how often others answered correctly after the same transition
 * says what the difficulty of the question alone does not: a hint in the question before, a skill
 * shown on a related exercise, an item that teaches the next one.
 */
public enum Transition {
  /** The item, and the item just before with its outcome. */
  PREVIOUS_ITEM(0, "previous_item", true),
  /** The item, and the item two answers before with its outcome. */
  SECOND_PREVIOUS_ITEM(1, "second_previous_item", true),
  /** The item, and the last item on the same exercise with its outcome. */
  LAST_ITEM_HERE(2, "last_item_here", true),
  /** The item, and the last outcome on the same exercise, or that there was none. */
  LAST_OUTCOME_HERE(3, "last_outcome_here", true),
  /** The exercise, and the exercise just before with its outcome. */
  PREVIOUS_EXERCISE(4, "previous_exercise", false),
  /** The exercise, and the exercise two answers before with its outcome. */
  SECOND_PREVIOUS_EXERCISE(5, "second_previous_exercise", false);

  /** How many there are. */
  public static final int COUNT = values().length;

  private final int position;
  private final String feature;
  private final boolean ofItem;

  Transition(int position, String feature, boolean ofItem) {
    this.position = position;
    this.feature = feature;
    this.ofItem = ofItem;
  }

  /** Its place among the keys of an attempt, from 0 to {@link #COUNT} - 1; part of the key. */
  public int position() {
    return position;
  }

  /** Name of the feature that tells of it. */
  public String feature() {
    return feature;
  }

  /** Whether it asks for an item; else for an exercise, whatever the item. */
  public boolean isOfItem() {
    return ofItem;
  }
}
