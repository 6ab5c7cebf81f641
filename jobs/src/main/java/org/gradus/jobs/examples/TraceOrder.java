package org.gradus.jobs.examples;

/**
 * The second text of a trace's key: {@code 0} for training or {@code 1} for held-out, the student,
 * and for the second and later chunks of a long trace a separator and eight digits. So training
 * rows sort before held-out ones, then by student, then by time.
 */
public final class TraceOrder {
  private static final char SEPARATOR = '\u0001';
  private static final int DIGITS = 8;

  private TraceOrder() {}

  static String of(boolean heldOut, String student, int chunk) {
    String order = (heldOut ? "1" : "0") + student;
    return chunk == 1 ? order : order + SEPARATOR + String.format("%0" + DIGITS + "d", chunk);
  }

  /** Whether the student is held out. */
  public static boolean isHeldOut(String order) {
    return order.charAt(0) == '1';
  }

  /** The student. */
  public static String student(String order) {
    int separator = order.length() - DIGITS - 1;
    boolean isChunk = separator > 0 && order.charAt(separator) == SEPARATOR;
    return isChunk ? order.substring(1, separator) : order.substring(1);
  }
}
