package org.gradus.jobs.sort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gradus.model.attempt.Attempt;

/**
 * Writes the bytes of an {@link AttemptKey}; they compare, unsigned, as the student and the attempt
 * do. In this order:
 *
 * <ul>
 *   <li>student: UTF-8, then 0x00;
 *   <li>time, then order: whole numbers; an unknown time comes before all others;
 *   <li>item, exercise, problem type: UTF-8, each with 0x00 behind it; the item first, so that the
 *       rows of one answer for several exercises come one after the other;
 *   <li>correct: 1 or 0; of rows that agree so far the wrong ones come first, which {@link
 *       TiedAttempts} mends;
 *   <li>seconds taken: 0 when unknown, else 1 and the four bytes of the float, big-endian;
 *   <li>hints, answers: whole numbers;
 *   <li>fold: UTF-8, then 0x00.
 * </ul>
 *
 * <p>A whole number {@code n >= 0} is {@code 0x80 + k} and its {@code k} bytes, big-endian, {@code
 * k} as small as possible and 0 for zero; a negative one is {@code 0x80 - k} and the last {@code k}
 * bytes of its two's complement, {@code k} at least 1.
 */
final class AttemptEncoder {
  static final byte END_OF_TEXT = 0;
  static final int ZERO = 0x80;

  private static final int LONGEST_WHOLE = 9;
  private static final int MOST_BYTES_PER_CHARACTER = 3;

  private byte[] bytes = new byte[128];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void encode(String student, Attempt attempt) {
    length = 0;
    text(student);
    whole(attempt.epochMillis());
    whole(attempt.order());
    text(attempt.item());
    text(attempt.exercise());
    text(attempt.problemType());
    reserve(1);
    bytes[length++] = (byte) (attempt.correct() ? 1 : 0);
    seconds(attempt.secondsTaken());
    whole(attempt.hints());
    whole(attempt.answers());
    text(attempt.fold());
  }

  private void reserve(int more) {
    if (bytes.length < length + more) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }

  private void text(String text) {
    int characters = text.length();
    reserve(MOST_BYTES_PER_CHARACTER * characters + 1);
    int start = length;
    for (int i = 0; i < characters; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException("'" + text + "' has a character U+0000");
      }
      if (c >= 0x80) {
        length = start;
        foreignText(text);
        break;
      }
      bytes[length++] = (byte) c;
    }
    bytes[length++] = END_OF_TEXT;
  }

  private void foreignText(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("'" + text + "' has a character U+0000");
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  private void whole(long value) {
    reserve(LONGEST_WHOLE);
    int size = (Long.SIZE + 7 - Long.numberOfLeadingZeros(value < 0 ? ~value : value)) / 8;
    if (value < 0) {
      size = Math.max(1, size);
    }
    bytes[length++] = (byte) (value < 0 ? ZERO - size : ZERO + size);
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  private void seconds(float value) {
    reserve(1 + Float.BYTES);
    if (Float.isNaN(value)) {
      bytes[length++] = 0;
      return;
    }
    bytes[length++] = 1;
    int bits = Float.floatToIntBits(value);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (bits >>> shift);
    }
  }
}
