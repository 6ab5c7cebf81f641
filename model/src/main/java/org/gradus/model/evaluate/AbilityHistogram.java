package org.gradus.model.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Number of answers by how able the student was known to be beforehand ({@link
 * org.gradus.model.features.StudentAbility}), in {@link #BINS} bins from -4 to 4. Adds up exactly
 * over any parts. As JSON an array of its counts.
 */
final class AbilityHistogram {
  /** Steps of 0.25; what lies outside is in the first or the last. */
  static final int BINS = 33;

  private static final int PER_UNIT = 4;
  private static final int LARGEST = 4;

  private final long[] counts = new long[BINS];

  /** The bin of an ability. */
  static int bin(double ability) {
    return RankHistogram.binOfLogit(ability, PER_UNIT, LARGEST);
  }

  /** Adds an answer, unless nothing was known of the student (NaN). */
  void add(double ability) {
    if (!Double.isNaN(ability)) {
      counts[bin(ability)]++;
    }
  }

  void merge(AbilityHistogram other) {
    for (int i = 0; i < BINS; i++) {
      counts[i] += other.counts[i];
    }
  }

  long[] counts() {
    return counts.clone();
  }

  List<Long> toJson() {
    return Arrays.stream(counts).boxed().collect(Collectors.toList());
  }

  boolean isEmpty() {
    return Arrays.stream(counts).allMatch(count -> count == 0);
  }

  /**
   * The histogram of a JSON array of counts; an empty one where there is none, as in evaluations
   * and references of earlier releases.
   *
   * @throws IllegalArgumentException when it has another number of bins
   */
  static AbilityHistogram fromJson(Object json) {
    AbilityHistogram histogram = new AbilityHistogram();
    if (json == null) {
      return histogram;
    }
    List<?> list = json instanceof List ? (List<?>) json : List.of();
    if (list.size() != BINS) {
      throw new IllegalArgumentException(
          "a histogram of abilities must have " + BINS + " bins, not " + json);
    }
    for (int i = 0; i < BINS; i++) {
      histogram.counts[i] = PredictionSums.whole(list, i);
    }
    return histogram;
  }
}
