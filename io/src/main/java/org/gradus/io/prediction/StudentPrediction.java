package org.gradus.io.prediction;

import java.util.List;
import org.gradus.model.knowledge.RankedExercise;

/** One student's state and what to do next. Immutable; lives in memory only. */
public final class StudentPrediction {
  private final String student;
  private final int attempts;
  private final byte[] state;
  private final List<RankedExercise> recommended;
  private final List<RankedExercise> challenges;

  /**
   * A prediction.
   *
   * @param student id of the student
   * @param attempts number of attempts that it rests on
   * @param state {@code StudentState.toBytes()} after them
   * @param recommended exercises to practise, best first
   * @param challenges exercises never met that the student probably masters, likeliest first
   */
  public StudentPrediction(
      String student,
      int attempts,
      byte[] state,
      List<RankedExercise> recommended,
      List<RankedExercise> challenges) {
    this.student = student;
    this.attempts = attempts;
    this.state = state.clone();
    this.recommended = List.copyOf(recommended);
    this.challenges = List.copyOf(challenges);
  }

  /** Id of the student. */
  public String student() {
    return student;
  }

  /** Number of attempts that it rests on. */
  public int attempts() {
    return attempts;
  }

  /** The state after them, as {@code StudentState.of} reads it. */
  public byte[] state() {
    return state.clone();
  }

  /** Exercises to practise, best first. */
  public List<RankedExercise> recommended() {
    return recommended;
  }

  /** Exercises never met that the student probably masters, likeliest first. */
  public List<RankedExercise> challenges() {
    return challenges;
  }
}
