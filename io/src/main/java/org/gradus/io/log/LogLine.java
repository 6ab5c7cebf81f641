package org.gradus.io.log;

/** The text of the line at which some {@link LogLines} stand, without a byte order mark. */
final class LogLine {
  private final LogLines lines;

  LogLine(LogLines lines) {
    this.lines = lines;
  }

  byte[] bytes() {
    return lines.bytes();
  }

  int from() {
    byte[] bytes = lines.bytes();
    boolean mark =
        lines.length() >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  int to() {
    return lines.length();
  }

  /** Whether there is nothing but blanks and tabs. */
  boolean isBlank() {
    byte[] bytes = lines.bytes();
    for (int i = from(); i < to(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
