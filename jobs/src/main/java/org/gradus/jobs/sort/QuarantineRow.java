package org.gradus.jobs.sort;

import org.gradus.io.log.LogRecord;
import org.gradus.model.attempt.Attempt;

/**
 * One line of the quarantine: file, offset, reason, detail and line, separated by tabs. Tab, line
 * feed, carriage return and backslash inside a field are written as {@code \t \n \r \\}.
 */
final class QuarantineRow {
  /** Reason of an attempt beyond {@code gradus.sort.max-attempts-per-student}. */
  static final String OVER_LIMIT = "TOO_MANY_ATTEMPTS";

  /** Reason of the attempts of a student whose numbering has gaps. */
  static final String NUMBER_GAP = "PROBLEM_NUMBER_GAP";

  private static final int FIELDS = 5;

  private final String file;
  private final String offset;
  private final String reason;
  private final String detail;
  private final String line;

  private QuarantineRow(String file, String offset, String reason, String detail, String line) {
    this.file = file;
    this.offset = offset;
    this.reason = reason;
    this.detail = detail;
    this.line = line;
  }

  /** A line of a log that is no attempt. */
  static QuarantineRow of(LogRecord record) {
    return new QuarantineRow(
        record.file(),
        Long.toString(record.offset()),
        record.rejection().name(),
        record.detail(),
        record.line());
  }

  /** The same without anything that stood in the line, which may tell who the student is. */
  QuarantineRow placeAlone() {
    return new QuarantineRow(file, offset, reason, "", "");
  }

  /** An attempt left out by the reducer; where its line was is no longer known. */
  static QuarantineRow of(String reason, String student, Attempt attempt) {
    return new QuarantineRow("", "", reason, student, attempt.toString());
  }

  /**
   * Reads a row back.
   *
   * @throws IllegalArgumentException when it has not five fields
   */
  static QuarantineRow parse(String row) {
    String[] fields = row.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("'" + row + "' is not a row of the quarantine");
    }
    return new QuarantineRow(
        unescape(fields[0]),
        unescape(fields[1]),
        fields[2],
        unescape(fields[3]),
        unescape(fields[4]));
  }

  String reason() {
    return reason;
  }

  /** Where it was and what was wrong, for a message. */
  String example() {
    String place = file.isEmpty() ? "student" : file + ":" + offset;
    return detail.isEmpty() ? place : place + " '" + detail + "'";
  }

  @Override
  public String toString() {
    return String.join("\t", escape(file), offset, reason, escape(detail), escape(line));
  }

  private static String escape(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      int known = "\\\t\n\r".indexOf(text.charAt(i));
      if (known >= 0 && out == null) {
        out = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (known >= 0) {
        out.append('\\').append("\\tnr".charAt(known));
      } else if (out != null) {
        out.append(text.charAt(i));
      }
    }
    return out == null ? text : out.toString();
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = c == '\\' && i + 1 < text.length() ? "\\tnr".indexOf(text.charAt(i + 1)) : -1;
      out.append(known < 0 ? c : "\\\t\n\r".charAt(known));
      i += known < 0 ? 0 : 1;
    }
    return out.toString();
  }
}
