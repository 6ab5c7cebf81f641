package org.gradus.model.baseline;

import java.util.Arrays;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The Rasch model (one-parameter item response theory, Rasch 1960), used online as in Wilson et al.
 * 2016: the ability of a student who is new is estimated from the earlier answers, to any exercise,
 * against the difficulties of their items; the expected probability over what is then believed of
 * the ability is the prediction.
 *
 * <p>Items have their log odds over training students. The variance of ability is estimated for
 * each exercise, as that under which its training answers, each predicted from the earlier ones,
 * are most likely.
 *
 * <p>Belief in the ability is kept as a normal, moved by one Newton step an answer, and averaged
 * over by the probit approximation. Both are the better the narrower it is, so a wide spread of
 * ability comes out too wide: of simulated classes with 15 answers a student and a standard
 * deviation of 0.6 and 1.2, 0.60 and 1.38 are found. A Rasch model whose abilities are integrated
 * out exactly would predict a little better than this baseline where students differ much.
 */
final class IrtBaseline implements Baseline {
  /** Of the probit approximation of a logistic function's mean under a normal (MacKay 1992). */
  private static final double PROBIT = Math.PI / 8;

  private static final double LEAST_LOG_VARIANCE = -4;
  private static final double MOST_LOG_VARIANCE = 3;
  private static final double PRECISION = 1e-3;
  private static final int MOST_EVALUATIONS = 200;
  private static final int WIDTH = 3;

  private float[] rows = new float[64 * WIDTH];
  private boolean[] outcomes = new boolean[64];
  private int count;
  private double variance = 1;

  @Override
  public void train(Situation before, boolean correct) {
    if (count == outcomes.length) {
      outcomes = Arrays.copyOf(outcomes, 2 * count);
      rows = Arrays.copyOf(rows, 2 * count * WIDTH);
    }
    rows[count * WIDTH] = before.itemLogit();
    rows[count * WIDTH + 1] = before.abilityMean();
    rows[count * WIDTH + 2] = before.abilityVariance();
    outcomes[count++] = correct;
  }

  @Override
  public void fit() {
    if (count > 0) {
      UnivariateFunction loss = logVariance -> loss(StrictMath.exp(logVariance));
      double found =
          new BrentOptimizer(PRECISION, PRECISION)
              .optimize(
                  new MaxEval(MOST_EVALUATIONS),
                  new UnivariateObjectiveFunction(loss),
                  GoalType.MINIMIZE,
                  new SearchInterval(LEAST_LOG_VARIANCE, MOST_LOG_VARIANCE))
              .getPoint();
      variance = StrictMath.exp(found);
    }
    rows = new float[0];
    outcomes = new boolean[0];
  }

  /** Negative log likelihood of the training answers, with a weak pull toward a variance of 1. */
  private double loss(double candidate) {
    double logCandidate = StrictMath.log(candidate);
    double sum = 0.5 * logCandidate * logCandidate;
    double product = 1;
    for (int i = 0; i < count; i++) {
      int at = i * WIDTH;
      double probability = probability(candidate, rows[at], rows[at + 1], rows[at + 2]);
      product *= outcomes[i] ? probability : 1 - probability;
      if (product < 1e-200) {
        sum -= StrictMath.log(product);
        product = 1;
      }
    }
    return sum - StrictMath.log(product);
  }

  /** Estimated variance of ability, in squared logits. */
  double variance() {
    return variance;
  }

  @Override
  public double predict(Situation before) {
    return probability(
        variance, before.itemLogit(), before.abilityMean(), before.abilityVariance());
  }

  /**
   * The mean and variance given come from a standard normal prior; it is divided out, and one of
   * variance {@code candidate} put in its place.
   */
  private static double probability(
      double candidate, double itemLogit, double standardMean, double standardVariance) {
    double information = Math.max(0, 1 / standardVariance - 1);
    double posterior = 1 / (information + 1 / candidate);
    double mean = posterior * standardMean / standardVariance;
    double easiness = itemLogit * Math.sqrt(1 + PROBIT * candidate);
    double logit = (mean + easiness) / Math.sqrt(1 + PROBIT * posterior);
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
