package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of correct and wrong outcomes by predicted logit, in bins of 1/1024 from -16 to 16: enough
 * to compute the area under the ROC curve to about 1e-5 from parts that were counted anywhere.
 */
final class RankHistogram {
  private static final int PER_UNIT = 1024;
  private static final int LARGEST = 16;
  private static final int BINS = 2 * LARGEST * PER_UNIT + 1;

  private final long[] correct = new long[BINS];
  private final long[] wrong = new long[BINS];

  void add(double probability, boolean isCorrect) {
    (isCorrect ? correct : wrong)[bin(probability)]++;
  }

  void add(double probability, long corrects, long wrongs) {
    correct[bin(probability)] += corrects;
    wrong[bin(probability)] += wrongs;
  }

  private static int bin(double probability) {
    double logit = Math.log(probability / (1 - probability));
    double within = Math.max(-LARGEST, Math.min(LARGEST, logit));
    return (int) Math.rint((within + LARGEST) * PER_UNIT);
  }

  void merge(RankHistogram other) {
    for (int i = 0; i < BINS; i++) {
      correct[i] += other.correct[i];
      wrong[i] += other.wrong[i];
    }
  }

  double auc() {
    double pairsWon = 0;
    long wrongBelow = 0;
    long corrects = 0;
    for (int i = 0; i < BINS; i++) {
      pairsWon += correct[i] * (wrongBelow + 0.5 * wrong[i]);
      wrongBelow += wrong[i];
      corrects += correct[i];
    }
    return pairsWon / ((double) corrects * wrongBelow);
  }

  /**
   * Mean over groups of equal size, in the order of the predictions, of |mean prediction - share
   * correct|; a bin that lies across the border of two groups is divided between them. NaN without
   * predictions.
   */
  double calibrationError(int groups) {
    double all = 0;
    for (int i = 0; i < BINS; i++) {
      all += correct[i] + wrong[i];
    }
    double size = all / groups;
    double room = size;
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      double left = correct[i] + wrong[i];
      double predicted = 1 / (1 + StrictMath.exp(LARGEST - (double) i / PER_UNIT));
      double perAttempt = left > 0 ? predicted - correct[i] / left : 0;
      for (; left > 0 && left >= room; room = size) {
        sum += Math.abs(difference + room * perAttempt);
        left -= room;
        difference = 0;
      }
      difference += left * perAttempt;
      room -= left;
    }
    return (sum + Math.abs(difference)) / all;
  }

  /** Bin, corrects, wrongs for each bin that is not empty. */
  List<Object> toJson() {
    List<Object> json = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (correct[i] + wrong[i] > 0) {
        json.add((long) i);
        json.add(correct[i]);
        json.add(wrong[i]);
      }
    }
    return json;
  }

  static RankHistogram fromJson(List<?> json) {
    RankHistogram histogram = new RankHistogram();
    for (int i = 0; i < json.size(); i += 3) {
      long bin = PredictionSums.whole(json, i);
      if (bin < 0 || bin >= BINS) {
        throw new IllegalArgumentException(
            "a rank bin must be from 0 to " + (BINS - 1) + ", not " + bin);
      }
      histogram.correct[(int) bin] += PredictionSums.whole(json, i + 1);
      histogram.wrong[(int) bin] += PredictionSums.whole(json, i + 2);
    }
    return histogram;
  }
}
