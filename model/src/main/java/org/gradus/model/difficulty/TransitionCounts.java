package org.gradus.model.difficulty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Counts of transitions to one exercise, packed: for each the key as 8 bytes, highest first, then
 * attempts and corrects, each as a variable-length number (7 bits a byte, lowest first, the eighth
 * bit set in all but the last byte); all of it in Base64 (RFC 4648). About 14 characters each.
 */
public final class TransitionCounts {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Appends a transition. */
  public void add(long key, long corrects, long attempts) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
    number(attempts);
    number(corrects);
  }

  private void number(long value) {
    long left = value;
    while (left >= 0x80) {
      bytes.write(((int) left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  /** All so far, packed. */
  public String pack() {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * Adds packed transitions to a table.
   *
   * @throws IllegalArgumentException when they are cut short or are not Base64
   */
  public static void unpack(String packed, DifficultyTable table) {
    ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
    try {
      while (in.hasRemaining()) {
        long key = in.getLong();
        long attempts = number(in);
        table.addTransition(key, number(in), attempts);
      }
    } catch (java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "packed transitions end inside one, after " + in.limit() + " bytes", e);
    }
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
