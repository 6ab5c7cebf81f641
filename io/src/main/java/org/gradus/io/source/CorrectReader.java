package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads whether an answer was correct: one of the source's words for either, in any case, or a
 * number. Only 0 and 1 count, unless the source sets a threshold: then partial credit from there to
 * 1 is correct and from 0 to below it is wrong.
 */
final class CorrectReader {
  /** The answer was wrong. */
  static final int WRONG = 0;

  /** The answer was correct. */
  static final int CORRECT = 1;

  /** The text says neither. */
  static final int NEITHER = -1;

  private final List<byte[]> correctWords;
  private final List<byte[]> wrongWords;
  private final double threshold;

  /**
   * Creates a reader.
   *
   * @param threshold least credit that counts as correct, in (0, 1]; NaN to refuse partial credit
   */
  CorrectReader(List<String> correctWords, List<String> wrongWords, double threshold) {
    this.correctWords = bytes(correctWords);
    this.wrongWords = bytes(wrongWords);
    this.threshold = threshold;
  }

  private static List<byte[]> bytes(List<String> words) {
    List<byte[]> bytes = new ArrayList<>();
    for (String word : words) {
      bytes.add(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
    return bytes;
  }

  /** {@link #CORRECT}, {@link #WRONG} or {@link #NEITHER}. */
  int read(byte[] bytes, int from, int to) {
    if (isOneOf(correctWords, bytes, from, to)) {
      return CORRECT;
    }
    if (isOneOf(wrongWords, bytes, from, to)) {
      return WRONG;
    }
    double credit = NumberReader.decimal(bytes, from, to);
    if (credit == 0 || credit == 1) {
      return (int) credit;
    }
    return credit > 0 && credit < 1 && !Double.isNaN(threshold)
        ? (credit >= threshold ? CORRECT : WRONG)
        : NEITHER;
  }

  /** Whether a field has the value of another, {@link #NEITHER} when either is empty. */
  int compare(Fields fields, int column, int other) {
    if (fields.isEmpty(column) || fields.isEmpty(other)) {
      return NEITHER;
    }
    return fields.same(column, other) ? CORRECT : WRONG;
  }

  private static boolean isOneOf(List<byte[]> words, byte[] bytes, int from, int to) {
    for (int i = 0; i < words.size(); i++) {
      if (equal(words.get(i), bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(byte[] word, byte[] bytes, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      int b = bytes[from + i];
      if (word[i] != (b >= 'A' && b <= 'Z' ? b + 32 : b)) {
        return false;
      }
    }
    return true;
  }
}
