package org.gradus.jobs.compare;

import org.gradus.io.settings.DataException;
import org.gradus.model.evaluate.PairedPredictions;

/** Pairs the rows of two runs, which must be of the same answers. */
final class RowPairs {
  private RowPairs() {}

  /**
   * The pairs.
   *
   * @throws DataException when the runs did not hold out the same answers
   */
  static PairedPredictions of(HeldOutRows first, HeldOutRows second) {
    double share = Math.min(first.share(), second.share());
    first.thinTo(share);
    second.thinTo(share);
    first.sort();
    second.sort();
    PairedPredictions pairs = new PairedPredictions();
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      int order = Long.compare(first.key(i), second.key(j));
      if (order == 0 && first.isCorrect(i) == second.isCorrect(j)) {
        pairs.add(
            first.student(i), first.isCorrect(i), first.probability(i), second.probability(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    if (pairs.size() != first.size() || pairs.size() != second.size()) {
      throw new DataException(
          String.format(
              "The two runs cannot be compared: %d held-out answers of one and %d of the other"
                  + " are compared row by row, but only %d are in both with the same outcome; use"
                  + " runs of the same log, of the same split (--holdout, --fold-column, --folds,"
                  + " --repeats) and of the same exercises.",
              first.size(), second.size(), pairs.size()));
    }
    return pairs;
  }
}
