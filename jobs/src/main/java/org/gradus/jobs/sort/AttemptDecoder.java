package org.gradus.jobs.sort;

import java.nio.charset.StandardCharsets;
import org.gradus.model.attempt.Attempt;

/** Reads what {@link AttemptEncoder} wrote. Texts met often are one {@code String} each. */
final class AttemptDecoder {
  private final TextCache texts = new TextCache();
  private byte[] bytes;
  private int at;

  /** The student of a key. */
  String student(AttemptKey key) {
    return new String(key.bytes(), 0, key.studentLength(), StandardCharsets.UTF_8);
  }

  /** The attempt of a key. */
  Attempt attempt(AttemptKey key) {
    bytes = key.bytes();
    at = key.studentLength() + 1;
    long epochMillis = whole();
    long order = whole();
    String item = text();
    return Attempt.on(text())
        .epochMillis(epochMillis)
        .order(order)
        .item(item)
        .problemType(text())
        .correct(bytes[at++] == 1)
        .secondsTaken(seconds())
        .hints((int) whole())
        .answers((int) whole())
        .fold(text())
        .build();
  }

  private String text() {
    int from = at;
    int hash = 0;
    while (bytes[at] != AttemptEncoder.END_OF_TEXT) {
      hash = 31 * hash + bytes[at++];
    }
    int length = at++ - from;
    return length == 0 ? "" : texts.text(bytes, from, length, hash);
  }

  private long whole() {
    int header = (bytes[at++] & 0xff) - AttemptEncoder.ZERO;
    long value = header < 0 ? -1 : 0;
    for (int size = header < 0 ? -header : header; size > 0; size--) {
      value = (value << 8) | (bytes[at++] & 0xff);
    }
    return value;
  }

  private float seconds() {
    if (bytes[at++] == 0) {
      return Float.NaN;
    }
    int bits = 0;
    for (int i = 0; i < Float.BYTES; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xff);
    }
    return Float.intBitsToFloat(bits);
  }
}
