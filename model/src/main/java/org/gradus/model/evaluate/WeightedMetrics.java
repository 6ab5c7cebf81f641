package org.gradus.model.evaluate;

import java.util.Arrays;
import java.util.Comparator;

/**
 * AUC, log loss, RMSE and accuracy of one model's predictions, when answers count with the weight
 * of their student. Immutable; 9 bytes an answer.
 */
final class WeightedMetrics {
  /** Students, outcomes and predictions of the answers, in ascending order of the predictions. */
  private final int[] student;

  private final boolean[] correct;
  private final float[] probability;

  /** Sums over the answers of each student. */
  private final PredictionSums[] sums;

  /** The metrics of some answers; {@code students} is one more than the largest in {@code of}. */
  WeightedMetrics(int students, int[] of, boolean[] outcomes, float[] predictions, int answers) {
    Integer[] order = new Integer[answers];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> predictions[i]));
    student = new int[answers];
    correct = new boolean[answers];
    probability = new float[answers];
    sums = PredictionSums.array(students);
    for (int i = 0; i < answers; i++) {
      student[i] = of[order[i]];
      correct[i] = outcomes[order[i]];
      probability[i] = predictions[order[i]];
      sums[student[i]].add(probability[i], correct[i]);
    }
  }

  /** The metrics in the order of {@link ComparedMetric}; NaN where one is not defined. */
  double[] of(int[] weights) {
    PredictionSums total = new PredictionSums();
    for (int i = 0; i < sums.length; i++) {
      total.merge(sums[i], weights[i]);
    }
    return new double[] {auc(weights), total.logLoss(), total.rmse(), total.accuracy()};
  }

  /** Area under the ROC curve, ties counted half. */
  private double auc(int[] weights) {
    double won = 0;
    double wrongBelow = 0;
    double corrects = 0;
    int i = 0;
    while (i < student.length) {
      float tied = probability[i];
      double tiedCorrect = 0;
      double tiedWrong = 0;
      for (; i < student.length && probability[i] == tied; i++) {
        int weight = weights[student[i]];
        tiedCorrect += correct[i] ? weight : 0;
        tiedWrong += correct[i] ? 0 : weight;
      }
      won += tiedCorrect * (wrongBelow + 0.5 * tiedWrong);
      wrongBelow += tiedWrong;
      corrects += tiedCorrect;
    }
    return won / (corrects * wrongBelow);
  }
}
