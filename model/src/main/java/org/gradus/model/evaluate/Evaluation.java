package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mergeable sums over predictions of held-out attempts, and the metrics that follow from them.
 * Every sum is a whole number (real quantities in units of 2^-30), so merging is exact: any number
 * of parts in any order gives the same metrics to the last bit. Memory: about 0.6 MB, whatever the
 * number of predictions; good for 4e9 predictions.
 */
public final class Evaluation {
  /**
   * Number of equal-width probability bins of the reliability plot and of {@link
   * #calibrationError()}.
   */
  public static final int CALIBRATION_BINS = 20;

  /** Opportunities 1 to 29 are kept apart, the last bin holds all later ones. */
  public static final int OPPORTUNITY_BINS = 30;

  /**
   * Bins by the number of the student's earlier answers: 0, 1, 2 to 3, 4 to 7 and so on, the last
   * from {@code 2^(HISTORY_BINS - 2)}.
   */
  public static final int HISTORY_BINS = 11;

  private static final double UNIT = 1L << 30;
  private static final double LEAST_LOG = -100;

  private final PredictionSums total = new PredictionSums();
  private final PredictionSums[] calibration = PredictionSums.array(CALIBRATION_BINS);
  private final PredictionSums[] opportunity = PredictionSums.array(OPPORTUNITY_BINS);
  private final PredictionSums[] history = PredictionSums.array(HISTORY_BINS);
  private final RankHistogram ranks = new RankHistogram();
  private final AbilityHistogram abilities = new AbilityHistogram();

  /**
   * Adds one prediction.
   *
   * @param probability predicted P(correct), 0 to 1
   * @param correct what happened
   * @param opportunityNumber how many attempts the student has on this exercise including this one,
   *     from 1
   * @param answersBefore how many answers the student has given before, to any exercise, from 0
   */
  public void add(double probability, boolean correct, int opportunityNumber, int answersBefore) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability must be from 0 to 1, not " + probability);
    }
    total.add(probability, correct);
    calibration[calibrationBin(probability)].add(probability, correct);
    opportunity[Math.min(OPPORTUNITY_BINS, opportunityNumber) - 1].add(probability, correct);
    history[historyBin(answersBefore)].add(probability, correct);
    ranks.add(probability, correct);
  }

  /**
   * Adds how able a student was known to be before an answer, as {@link
   * org.gradus.model.features.StudentAbility} tells it; NaN, for nothing known, is not counted.
   */
  public void addAbility(double ability) {
    abilities.add(ability);
  }

  /** The bin of {@link #byHistory()} for a number of earlier answers. */
  static int historyBin(int answersBefore) {
    return Math.min(HISTORY_BINS - 1, Integer.SIZE - Integer.numberOfLeadingZeros(answersBefore));
  }

  /** Fewest earlier answers in a bin of {@link #byHistory()}, from 0 to HISTORY_BINS - 1. */
  public static int leastAnswersBefore(int bin) {
    return bin == 0 ? 0 : 1 << (bin - 1);
  }

  /**
   * The same outcomes, each predicted with one and the same probability: what a model knows that
   * knows nothing but the overall share of corrects.
   */
  public Evaluation withConstant(double probability) {
    Evaluation constant = new Evaluation();
    constant.total.merge(total.withConstant(probability));
    constant.calibration[calibrationBin(probability)].merge(constant.total);
    for (int i = 0; i < OPPORTUNITY_BINS; i++) {
      constant.opportunity[i].merge(opportunity[i].withConstant(probability));
    }
    for (int i = 0; i < HISTORY_BINS; i++) {
      constant.history[i].merge(history[i].withConstant(probability));
    }
    constant.ranks.add(probability, total.corrects(), total.attempts() - total.corrects());
    return constant;
  }

  static int calibrationBin(double probability) {
    return Math.min(CALIBRATION_BINS - 1, (int) (probability * CALIBRATION_BINS));
  }

  /** Adds everything that another evaluation holds. */
  public void merge(Evaluation other) {
    total.merge(other.total);
    for (int i = 0; i < CALIBRATION_BINS; i++) {
      calibration[i].merge(other.calibration[i]);
    }
    for (int i = 0; i < OPPORTUNITY_BINS; i++) {
      opportunity[i].merge(other.opportunity[i]);
    }
    for (int i = 0; i < HISTORY_BINS; i++) {
      history[i].merge(other.history[i]);
    }
    ranks.merge(other.ranks);
    abilities.merge(other.abilities);
  }

  /** Sums over all predictions. */
  public PredictionSums total() {
    return total;
  }

  /** Sums by predicted probability, {@link #CALIBRATION_BINS} bins of equal width, lowest first. */
  public List<PredictionSums> calibration() {
    return List.of(calibration);
  }

  /**
   * Sums by opportunity, first attempt first; the last of {@link #OPPORTUNITY_BINS} holds all later
   * ones.
   */
  public List<PredictionSums> byOpportunity() {
    return List.of(opportunity);
  }

  /**
   * Sums by the number of the student's earlier answers, {@link #HISTORY_BINS} bins that double in
   * width.
   */
  public List<PredictionSums> byHistory() {
    return List.of(history);
  }

  /**
   * Area under the ROC curve, ties counted half; NaN unless both outcomes occur. Predictions whose
   * logits fall into the same 1/1024 count as ties.
   */
  public double auc() {
    return ranks.auc();
  }

  /**
   * Expected calibration error: mean over {@link #CALIBRATION_BINS} equal-width bins, weighted by
   * size, of |mean prediction - share correct| (Naeini et al. 2015).
   */
  public double calibrationError() {
    return calibrationError(calibration());
  }

  /** The same of any bins. */
  static double calibrationError(List<PredictionSums> bins) {
    double sum = 0;
    double attempts = 0;
    for (PredictionSums bin : bins) {
      if (bin.attempts() > 0) {
        sum += bin.attempts() * Math.abs(bin.meanProbability() - bin.shareCorrect());
        attempts += bin.attempts();
      }
    }
    return sum / attempts;
  }

  /**
   * Expected calibration error over {@link #CALIBRATION_BINS} bins of equal numbers of predictions
   * instead of equal width (Nguyen and O'Connor 2015), which are narrow where predictions are
   * dense; stated to about 2e-4.
   */
  public double calibrationErrorEqualMass() {
    return ranks.calibrationError(CALIBRATION_BINS);
  }

  /**
   * Number of predictions by their logit, in the bins of {@link DailySums#predictions()}; to the
   * nearest 1/2048 at the borders.
   */
  public long[] predictions() {
    return ranks.coarser(DailySums.PER_LOGIT, DailySums.LARGEST_LOGIT);
  }

  /** Number of answers by what {@link #addAbility} was told; all 0 where it never was. */
  public long[] abilities() {
    return abilities.counts();
  }

  /** All sums as a JSON object, for {@link #fromJson}. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", total.toJson());
    json.put("calibration", sums(calibration));
    json.put("opportunity", sums(opportunity));
    json.put("history", sums(history));
    json.put("ranks", ranks.toJson());
    if (!abilities.isEmpty()) {
      json.put("abilities", abilities.toJson());
    }
    return json;
  }

  private static List<Object> sums(PredictionSums[] bins) {
    List<Object> list = new ArrayList<>();
    for (PredictionSums bin : bins) {
      list.add(bin.toJson());
    }
    return list;
  }

  /**
   * The evaluation whose {@link #toJson} this is. Members that it does not know are passed over, so
   * that later versions can add some.
   *
   * @throws IllegalArgumentException when a member is missing or has another shape
   */
  public static Evaluation fromJson(Map<String, Object> json) {
    Evaluation evaluation = new Evaluation();
    evaluation.total.merge(PredictionSums.fromJson(list(json, "total")));
    merge(evaluation.calibration, list(json, "calibration"), "calibration");
    merge(evaluation.opportunity, list(json, "opportunity"), "opportunity");
    merge(evaluation.history, list(json, "history"), "history");
    evaluation.ranks.merge(RankHistogram.fromJson(list(json, "ranks")));
    evaluation.abilities.merge(AbilityHistogram.fromJson(json.get("abilities")));
    return evaluation;
  }

  private static void merge(PredictionSums[] bins, List<?> json, String name) {
    if (json.size() != bins.length) {
      throw new IllegalArgumentException(
          "an evaluation's " + name + " must have " + bins.length + " bins, not " + json.size());
    }
    for (int i = 0; i < bins.length; i++) {
      if (!(json.get(i) instanceof List)) {
        throw new IllegalArgumentException(
            "bin " + i + " of an evaluation's " + name + " must be an array, not " + json.get(i));
      }
      bins[i].merge(PredictionSums.fromJson((List<?>) json.get(i)));
    }
  }

  private static List<?> list(Map<String, Object> json, String name) {
    Object value = json.get(name);
    if (value instanceof List) {
      return (List<?>) value;
    }
    throw new IllegalArgumentException(
        "an evaluation's '" + name + "' must be an array, not " + value);
  }

  /** A real quantity in units of 2^-30. */
  static long fixed(double value) {
    return Math.round(value * UNIT);
  }

  /** The real quantity of a sum of {@link #fixed} values. */
  static double real(long sum) {
    return sum / UNIT;
  }

  /** Natural log-likelihood of an outcome, floored at -100. */
  static double logLikelihood(double probability, boolean correct) {
    return Math.max(LEAST_LOG, Math.log(correct ? probability : 1 - probability));
  }
}
