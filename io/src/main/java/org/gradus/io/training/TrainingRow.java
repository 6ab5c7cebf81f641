package org.gradus.io.training;

/**
 * One attempt with its features before the answer. Mutable, so that one object can carry all rows
 * of a task.
 */
public final class TrainingRow {
  private String student = "";
  private String exercise = "";
  private int opportunity;
  private boolean heldOut;
  private boolean correct;
  private float[] features = new float[0];

  /** Sets whose rows on which exercise follow. */
  public void of(String newStudent, String newExercise, boolean newHeldOut) {
    student = newStudent;
    exercise = newExercise;
    heldOut = newHeldOut;
  }

  /** Sets one row; the array is kept, not copied. */
  public void set(int newOpportunity, boolean newCorrect, float[] newFeatures) {
    opportunity = newOpportunity;
    correct = newCorrect;
    features = newFeatures;
  }

  String student() {
    return student;
  }

  String exercise() {
    return exercise;
  }

  int opportunity() {
    return opportunity;
  }

  boolean heldOut() {
    return heldOut;
  }

  boolean correct() {
    return correct;
  }

  float[] features() {
    return features;
  }
}
