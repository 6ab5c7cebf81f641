package org.gradus.model.explain;

/** What features speak about. */
public enum Subject {
  /** How hard the question is. */
  QUESTION,
  /** How the student answered on this exercise. */
  EXERCISE,
  /** How the student answered on everything. */
  STUDENT,
  /** How the student answered this very question before. */
  REPEAT,
  /** How long ago, in time or in answers, the exercise was practised. */
  GAP,
  /** Which questions were answered just before this one, and how. */
  TRAIL,
  /** Time, hints and tries that earlier answers took. */
  EFFORT,
  /** Nothing that there are words for. */
  OTHER
}
