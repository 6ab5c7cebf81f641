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
