package org.gradus.model.attempt;

import java.util.List;

/** All attempts of one student, oldest first. Immutable. */
public final class StudentHistory {
  private final String student;
  private final List<Attempt> attempts;

  /**
   * Creates a history.
   *
   * @param student non-empty id of the student
   * @param attempts the attempts, oldest first, at least one
   */
  public StudentHistory(String student, List<Attempt> attempts) {
    if (student.isEmpty() || attempts.isEmpty()) {
      throw new IllegalArgumentException(
          "a history needs a student and at least one attempt, not '"
              + student
              + "' with "
              + attempts.size()
              + " attempts");
    }
    this.student = student;
    this.attempts = List.copyOf(attempts);
  }

  /** Id of the student, never empty. */
  public String student() {
    return student;
  }

  /** The attempts, oldest first, never empty. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /**
   * Where an answer ends: the index behind the last attempt that tells of the same answer as the
   * one at {@code from}, which is its first. More than {@code from + 1} only where {@link
   * Attempt#repeat()}s follow.
   */
  public int endOfAnswer(int from) {
    int end = from + 1;
    while (end < attempts.size() && attempts.get(end).repeat()) {
      end++;
    }
    return end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StudentHistory
        && student.equals(((StudentHistory) other).student)
        && attempts.equals(((StudentHistory) other).attempts);
  }

  @Override
  public int hashCode() {
    return 31 * student.hashCode() + attempts.hashCode();
  }

  @Override
  public String toString() {
    return "StudentHistory[" + student + ", " + attempts.size() + " attempts]";
  }
}
