package org.gradus.model.knowledge;

import java.util.Comparator;

/** An exercise and how likely a student answers it correctly now. Immutable. */
public final class RankedExercise {
  /** Easiest first; of equals, by name. */
  static final Comparator<RankedExercise> EASIEST_FIRST = RankedExercise::compare;

  private final String exercise;
  private final double probability;

  RankedExercise(String exercise, double probability) {
    this.exercise = exercise;
    this.probability = probability;
  }

  private static int compare(RankedExercise a, RankedExercise b) {
    int easier = Double.compare(b.probability, a.probability);
    return easier != 0 ? easier : a.exercise.compareTo(b.exercise);
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** P(correct) of the next answer, between 0 and 1. */
  public double probability() {
    return probability;
  }

  @Override
  public String toString() {
    return exercise + " " + probability;
  }
}
