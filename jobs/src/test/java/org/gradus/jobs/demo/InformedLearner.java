package org.gradus.jobs.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedExercise;
import org.gradus.model.simulate.SimulatedItem;

/**
 * Knows everything about a simulated class but nothing about the student: difficulties, spreads and
 * the mean effect of practice. Follows the student's abilities in all exercises as one Gaussian, by
 * an extended Kalman filter. About as good as a prediction from answers can be.
 */
final class InformedLearner {
  private static final double MOST_LEARNED = 2;

  private final ClassOptions options;
  private final Map<String, Integer> exercises = new HashMap<>();
  private final Map<String, Double> difficulty = new HashMap<>();
  private final double[] mean;
  private final double[] learned;
  private final double[][] covariance;

  InformedLearner(SimulatedClass simulated) {
    options = simulated.options();
    List<SimulatedExercise> all = simulated.exercises();
    mean = new double[all.size()];
    learned = new double[all.size()];
    covariance = new double[all.size()][all.size()];
    for (int i = 0; i < all.size(); i++) {
      exercises.put(all.get(i).name(), i);
      for (SimulatedItem item : all.get(i).items()) {
        difficulty.put(item.name(), all.get(i).difficulty() + item.difficulty());
      }
      for (int j = 0; j < all.size(); j++) {
        boolean sameTopic = all.get(i).topic() == all.get(j).topic();
        covariance[i][j] =
            square(ClassOption.STUDENT_SPREAD)
                + square(ClassOption.DEVIATION_SPREAD)
                    * ((sameTopic ? 0.5 : 0) + (i == j ? 0.5 : 0));
      }
    }
  }

  private double square(ClassOption spread) {
    return options.number(spread) * options.number(spread);
  }

  private double logit(Attempt attempt) {
    int exercise = exercises.get(attempt.exercise());
    return mean[exercise] + learned[exercise] - difficulty.get(attempt.item());
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** P(correct) before the answer is known. */
  double predict(Attempt attempt) {
    int exercise = exercises.get(attempt.exercise());
    double spread = Math.sqrt(1 + Math.PI / 8 * covariance[exercise][exercise]);
    return sigmoid(logit(attempt) / spread);
  }

  /** Learns from the answer. */
  void observe(Attempt attempt) {
    int exercise = exercises.get(attempt.exercise());
    double p = sigmoid(logit(attempt));
    double information = p * (1 - p);
    double[] column = covariance[exercise].clone();
    double scale = 1 / (1 + information * column[exercise]);
    for (int i = 0; i < mean.length; i++) {
      mean[i] += column[i] * scale * ((attempt.correct() ? 1 : 0) - p);
      for (int j = 0; j < mean.length; j++) {
        covariance[i][j] -= column[i] * column[j] * information * scale;
      }
    }
    ClassOption step =
        attempt.correct() ? ClassOption.LEARNED_FROM_CORRECT : ClassOption.LEARNED_FROM_WRONG;
    learned[exercise] += options.number(step) * (1 - learned[exercise] / MOST_LEARNED);
  }
}
