package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of correct and wrong outcomes by predicted logit, in bins of equal width; by default of
 * 1/1024 from -16 to 16, enough to compute the area under the ROC curve to about 1e-5 from parts
 * that were counted anywhere.
 */
final class RankHistogram {
  private static final int PER_UNIT = 1024;
  private static final int LARGEST = 16;

  private final int perUnit;
  private final int largest;
  private final int bins;
  private final long[] correct;
  private final long[] wrong;

  RankHistogram() {
    this(PER_UNIT, LARGEST);
  }

  /**
   * Bins of 1 / {@code perUnit} from -{@code largest} to {@code largest}; beyond, the last ones.
   */
  RankHistogram(int perUnit, int largest) {
    this.perUnit = perUnit;
    this.largest = largest;
    bins = bins(perUnit, largest);
    correct = new long[bins];
    wrong = new long[bins];
  }

  /** Number of bins of such a histogram. */
  static int bins(int perUnit, int largest) {
    return 2 * largest * perUnit + 1;
  }

  void add(double probability, boolean isCorrect) {
    (isCorrect ? correct : wrong)[bin(probability, perUnit, largest)]++;
  }

  void add(double probability, long corrects, long wrongs) {
    addToBin(bin(probability, perUnit, largest), corrects, wrongs);
  }

  void addToBin(int bin, long corrects, long wrongs) {
    correct[bin] += corrects;
    wrong[bin] += wrongs;
  }

  /** The bin of a probability. */
  static int bin(double probability, int perUnit, int largest) {
    return binOfLogit(Math.log(probability / (1 - probability)), perUnit, largest);
  }

  /** The bin of a logit. */
  static int binOfLogit(double logit, int perUnit, int largest) {
    double within = Math.max(-largest, Math.min(largest, logit));
    return (int) Math.rint((within + largest) * perUnit);
  }

  /** Outcomes of either kind by coarser bins; a bin goes where its middle is. */
  long[] coarser(int newPerUnit, int newLargest) {
    long[] counts = new long[bins(newPerUnit, newLargest)];
    for (int i = 0; i < bins; i++) {
      double middle = (double) i / perUnit - largest;
      counts[binOfLogit(middle, newPerUnit, newLargest)] += correct[i] + wrong[i];
    }
    return counts;
  }

  void merge(RankHistogram other) {
    for (int i = 0; i < bins; i++) {
      correct[i] += other.correct[i];
      wrong[i] += other.wrong[i];
    }
  }

  double auc() {
    double pairsWon = 0;
    long wrongBelow = 0;
    long corrects = 0;
    for (int i = 0; i < bins; i++) {
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
    for (int i = 0; i < bins; i++) {
      all += correct[i] + wrong[i];
    }
    double size = all / groups;
    double room = size;
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < bins; i++) {
      double left = correct[i] + wrong[i];
      double predicted = 1 / (1 + StrictMath.exp(largest - (double) i / perUnit));
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
    for (int i = 0; i < bins; i++) {
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
      if (bin < 0 || bin >= histogram.bins) {
        throw new IllegalArgumentException(
            "a rank bin must be from 0 to " + (histogram.bins - 1) + ", not " + bin);
      }
      histogram.correct[(int) bin] += PredictionSums.whole(json, i + 1);
      histogram.wrong[(int) bin] += PredictionSums.whole(json, i + 2);
    }
    return histogram;
  }
}
