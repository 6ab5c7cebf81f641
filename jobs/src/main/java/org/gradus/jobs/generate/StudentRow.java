package org.gradus.jobs.generate;

import java.util.Locale;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.simulate.SimulatedStudent;

/** Writes what is planted in students as lines of {@code _truth/students.csv}. */
final class StudentRow {
  static final String HEADER =
      "student_id,ability,learning_rate,attempts,corrects,mean_true_probability";

  private StudentRow() {}

  static String of(SimulatedStudent student, PredictionSums sums) {
    return String.format(
        Locale.ROOT,
        "%s,%.6f,%.6f,%d,%d,%.6f",
        student.id(),
        student.ability(),
        student.learningRate(),
        sums.attempts(),
        sums.corrects(),
        sums.meanProbability());
  }
}
