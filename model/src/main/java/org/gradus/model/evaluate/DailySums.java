package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over predictions of answers as they come in, usually those of one exercise on one day, and
 * what follows from them. All are whole numbers (real quantities in units of 2^-30), so the sums of
 * parts, added in any order, are those of the whole to the last bit. 3.6 kB, whatever the number of
 * predictions.
 *
 * <p>{@link #counts()} lays them out in one array; most of it is zero for an exercise and a day, so
 * that it is stored by index and value ({@link #toJson}).
 */
public final class DailySums {
  /** Bins of {@link #predictions()} in one logit. */
  public static final int PER_LOGIT = 8;

  /** Logit of the last bin of {@link #predictions()}; the first has its negative. */
  public static final int LARGEST_LOGIT = 8;

  /** Bins of {@link #byMet()}: 0, 1, 2 to 3, 4 to 7 and so on, the last from 128. */
  public static final int MET_BINS = 9;

  /** Bins of {@link #difficulties()}: logits from -4 to 4 in steps of 0.25. */
  public static final int DIFFICULTY_BINS = 33;

  private static final int DIFFICULTIES_PER_LOGIT = 4;
  private static final int LARGEST_DIFFICULTY = 4;
  private static final int RANKS = RankHistogram.bins(PER_LOGIT, LARGEST_LOGIT);

  private static final int FIRST = PredictionSums.WIDTH;
  private static final int MET = FIRST + PredictionSums.WIDTH;
  private static final int CALIBRATION = MET + MET_BINS * PredictionSums.WIDTH;
  private static final int CORRECT =
      CALIBRATION + Evaluation.CALIBRATION_BINS * PredictionSums.WIDTH;
  private static final int WRONG = CORRECT + RANKS;
  private static final int HISTORY = WRONG + RANKS;
  private static final int DIFFICULTY = HISTORY + Evaluation.HISTORY_BINS;

  private static final int ABILITY = DIFFICULTY + DIFFICULTY_BINS;
  private static final int STUDENTS = ABILITY + AbilityHistogram.BINS;

  /** Length of {@link #counts()}; what is new is added at the end, so that older sums stay. */
  public static final int WIDTH = STUDENTS + 1;

  private final long[] counts = new long[WIDTH];

  /**
   * Adds one prediction.
   *
   * @param probability predicted P(correct), 0 to 1
   * @param correct what happened
   * @param first whether it is the student's first answer to the exercise
   * @param exercisesMet how many exercises the student had answered before, from 0
   * @param answersBefore how many answers the student had given before, from 0
   * @param difficultyLogit log odds of a correct answer to the question in general
   */
  public void add(
      double probability,
      boolean correct,
      boolean first,
      int exercisesMet,
      int answersBefore,
      double difficultyLogit) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability must be from 0 to 1, not " + probability);
    }
    PredictionSums one = new PredictionSums();
    one.add(probability, correct);
    one.addTo(counts, 0);
    if (first) {
      one.addTo(counts, FIRST);
    }
    one.addTo(counts, MET + PredictionSums.WIDTH * metBin(exercisesMet));
    one.addTo(counts, CALIBRATION + PredictionSums.WIDTH * Evaluation.calibrationBin(probability));
    int rank = RankHistogram.bin(probability, PER_LOGIT, LARGEST_LOGIT);
    counts[(correct ? CORRECT : WRONG) + rank]++;
    counts[HISTORY + Evaluation.historyBin(answersBefore)]++;
    counts[DIFFICULTY + difficultyBin(difficultyLogit)]++;
  }

  /**
   * Adds how able a student was known to be before an answer, as {@link
   * org.gradus.model.features.StudentAbility} tells it; NaN, for nothing known, is not counted.
   */
  public void addAbility(double ability) {
    if (!Double.isNaN(ability)) {
      counts[ABILITY + AbilityHistogram.bin(ability)]++;
    }
  }

  /** Adds a student, which is to be done at one of the student's answers of the day. */
  public void addStudent() {
    counts[STUDENTS]++;
  }

  private static int metBin(int met) {
    return Math.min(MET_BINS - 1, Integer.SIZE - Integer.numberOfLeadingZeros(met));
  }

  /** Fewest exercises met before in a bin of {@link #byMet()}, from 0 to MET_BINS - 1. */
  public static int leastMet(int bin) {
    return bin == 0 ? 0 : 1 << (bin - 1);
  }

  /** The bin of {@link #difficulties()} for a logit. */
  public static int difficultyBin(double logit) {
    return RankHistogram.binOfLogit(logit, DIFFICULTIES_PER_LOGIT, LARGEST_DIFFICULTY);
  }

  /** Adds everything that other sums hold. */
  public void merge(DailySums other) {
    merge(other.counts);
  }

  /** Adds sums as {@link #counts()} lays them out. */
  public void merge(long[] other) {
    for (int i = 0; i < WIDTH; i++) {
      counts[i] += other[i];
    }
  }

  /** All sums in one array of length {@link #WIDTH}; the sums' own, for reading. */
  public long[] counts() {
    return counts;
  }

  /** Sums over all predictions. */
  public PredictionSums total() {
    return PredictionSums.of(counts, 0);
  }

  /** Sums over the first answers of students to the exercise alone. */
  public PredictionSums first() {
    return PredictionSums.of(counts, FIRST);
  }

  /** Sums by the number of exercises that the student had answered before. */
  public List<PredictionSums> byMet() {
    return list(MET, MET_BINS);
  }

  /** Sums by predicted probability, {@link Evaluation#CALIBRATION_BINS} bins of equal width. */
  public List<PredictionSums> calibration() {
    return list(CALIBRATION, Evaluation.CALIBRATION_BINS);
  }

  private List<PredictionSums> list(int from, int length) {
    List<PredictionSums> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      list.add(PredictionSums.of(counts, from + i * PredictionSums.WIDTH));
    }
    return list;
  }

  /** Number of predictions by their logit, in bins of 1 / {@link #PER_LOGIT}. */
  public long[] predictions() {
    long[] predictions = Arrays.copyOfRange(counts, CORRECT, CORRECT + RANKS);
    for (int i = 0; i < RANKS; i++) {
      predictions[i] += counts[WRONG + i];
    }
    return predictions;
  }

  /** Number of predictions by earlier answers of the student, {@link Evaluation#byHistory()}. */
  public long[] history() {
    return Arrays.copyOfRange(counts, HISTORY, HISTORY + Evaluation.HISTORY_BINS);
  }

  /** Number of predictions by how easy the question is in general, hardest first. */
  public long[] difficulties() {
    return Arrays.copyOfRange(counts, DIFFICULTY, DIFFICULTY + DIFFICULTY_BINS);
  }

  /** Number of answers by what {@link #addAbility} was told, least able first. */
  public long[] abilities() {
    return Arrays.copyOfRange(counts, ABILITY, ABILITY + AbilityHistogram.BINS);
  }

  /** Number of students; of several exercises together, each counts once. */
  public long students() {
    return counts[STUDENTS];
  }

  /**
   * Area under the ROC curve, ties counted half; NaN unless both outcomes occur. Predictions whose
   * logits fall into the same 1 / {@link #PER_LOGIT} count as ties, which takes at most 0.002 off.
   */
  public double auc() {
    RankHistogram ranks = new RankHistogram(PER_LOGIT, LARGEST_LOGIT);
    for (int i = 0; i < RANKS; i++) {
      ranks.addToBin(i, counts[CORRECT + i], counts[WRONG + i]);
    }
    return ranks.auc();
  }

  /** Expected calibration error, as {@link Evaluation#calibrationError()}. */
  public double calibrationError() {
    return Evaluation.calibrationError(calibration());
  }

  /** Index and value of each count that is not zero, one behind the other. */
  public List<Long> toJson() {
    List<Long> json = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      if (counts[i] != 0) {
        json.add((long) i);
        json.add(counts[i]);
      }
    }
    return json;
  }

  /**
   * The sums whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static DailySums fromJson(List<?> json) {
    DailySums sums = new DailySums();
    for (int i = 0; i < json.size(); i += 2) {
      long index = PredictionSums.whole(json, i);
      if (index < 0 || index >= WIDTH) {
        throw new IllegalArgumentException(
            "an index of sums must be from 0 to " + (WIDTH - 1) + ", not " + index);
      }
      sums.counts[(int) index] += PredictionSums.whole(json, i + 1);
    }
    return sums;
  }
}
