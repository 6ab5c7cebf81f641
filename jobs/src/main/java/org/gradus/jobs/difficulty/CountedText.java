package org.gradus.jobs.difficulty;

/**
 * What is counted, as the second text of a key: an {@code i} and the name of an item, or a {@code
 * t} and the key of a transition in 16 hexadecimal digits. Items come first in the order of keys.
 */
final class CountedText {
  private static final String ITEM = "i";
  private static final String TRANSITION = "t";

  private CountedText() {}

  static String ofItem(String item) {
    return ITEM + item;
  }

  static String ofTransition(long key) {
    String digits = Long.toHexString(key);
    return TRANSITION + "0".repeat(16 - digits.length()) + digits;
  }

  static boolean isItem(String text) {
    return text.startsWith(ITEM);
  }

  /** The name of the item. */
  static String item(String text) {
    return text.substring(1);
  }

  /** The key of the transition. */
  static long transition(String text) {
    return Long.parseUnsignedLong(text.substring(1), 16);
  }
}
