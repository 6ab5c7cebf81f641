package org.gradus.jobs.sort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns UTF-8 into texts, and equal bytes into the same {@code String} most of the time. Each place
 * of a table of fixed size keeps the last text that fell on it; texts over 128 bytes are not kept,
 * so it never holds more than a few megabytes.
 */
final class TextCache {
  private static final int PLACES = 1 << 14;
  private static final int LONGEST = 128;

  private final byte[][] keys = new byte[PLACES][];
  private final String[] texts = new String[PLACES];

  /** The text of some bytes; {@code hash} is any hash of them. */
  String text(byte[] bytes, int from, int length, int hash) {
    if (length > LONGEST) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    byte[] key = keys[place];
    if (key == null || !Arrays.equals(key, 0, key.length, bytes, from, from + length)) {
      keys[place] = Arrays.copyOfRange(bytes, from, from + length);
      texts[place] = new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    return texts[place];
  }
}
