package org.gradus.jobs.forget;

/**
 * A line of the quarantine that may tell of a student: raw lines cannot be taken apart, so one in
 * which the id stands anywhere, with no letter or digit beside it, counts as one. Rather a line too
 * many is removed than one too few.
 */
final class Mention {
  private final String student;

  Mention(String student) {
    this.student = student;
  }

  /** Whether a line mentions the student. */
  boolean isIn(String line) {
    for (int at = line.indexOf(student); at >= 0; at = line.indexOf(student, at + 1)) {
      if (isEdge(line, at - 1) && isEdge(line, at + student.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(String line, int at) {
    return at < 0 || at >= line.length() || !Character.isLetterOrDigit(line.charAt(at));
  }
}
