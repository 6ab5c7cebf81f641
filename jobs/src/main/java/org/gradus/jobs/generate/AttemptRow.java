package org.gradus.jobs.generate;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.simulate.SimulatedStudent;

/**
 * Writes attempts as lines of comma-separated values (RFC 4180) in the canonical columns of source
 * {@code gradus}. Times are milliseconds since 1970-01-01T00:00Z.
 */
final class AttemptRow {
  private static final String[] COLUMNS = {
    "student_id",
    "exercise_id",
    "problem_id",
    "correct",
    "timestamp",
    "problem_type",
    "seconds_taken",
    "hints",
    "attempts"
  };
  private static final int CORRECT = 3;
  private static final int TIME = 4;
  private static final int TYPE = 5;

  private final boolean problemTypes;

  AttemptRow(boolean problemTypes) {
    this.problemTypes = problemTypes;
  }

  /** The names of the columns. */
  static String header(boolean problemTypes) {
    return new AttemptRow(problemTypes).join(COLUMNS, false, COLUMNS.length);
  }

  /** The line of an attempt as it should be. */
  String clean(SimulatedStudent student, Attempt attempt) {
    return join(fields(student.id(), attempt), false, COLUMNS.length);
  }

  /** The line of an attempt with something wrong or odd, but still that attempt's. */
  String dirty(SimulatedStudent student, Attempt attempt, Dirt dirt) {
    String[] fields = fields(student.id(), attempt);
    switch (dirt) {
      case QUOTES:
        return join(fields, true, COLUMNS.length);
      case CRLF:
        return clean(student, attempt) + "\r";
      case TOO_FEW_FIELDS:
        return join(fields, false, CORRECT);
      case BAD_CORRECT:
        fields[CORRECT] = "maybe";
        break;
      case BAD_TIME:
        fields[TIME] = "yesterday";
        break;
      case EMPTY_STUDENT:
        fields[0] = "";
        break;
      default:
        break;
    }
    return join(fields, false, COLUMNS.length);
  }

  private static String[] fields(String student, Attempt attempt) {
    int tenths = Math.round(attempt.secondsTaken() * 10);
    return new String[] {
      student,
      attempt.exercise(),
      attempt.item(),
      attempt.correct() ? "1" : "0",
      Long.toString(attempt.epochMillis()),
      attempt.problemType(),
      tenths / 10 + "." + tenths % 10,
      Integer.toString(attempt.hints()),
      Integer.toString(attempt.answers())
    };
  }

  private String join(String[] fields, boolean quoteAll, int most) {
    StringBuilder line = new StringBuilder(100);
    for (int i = 0; i < most; i++) {
      if (i != TYPE || problemTypes) {
        line.append(i == 0 ? "" : ",").append(quoteAll ? quoted(fields[i]) : field(fields[i]));
      }
    }
    return line.toString();
  }

  /** A value as a field: in quotes only where it must be. */
  static String field(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return quoted(value);
      }
    }
    return value;
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }
}
