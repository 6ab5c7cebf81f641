package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * Estimates a {@link PooledPrior} from the training attempts of some exercises. The mean is one
 * logistic regression over all of them; each block of features is shrunk toward zero as strongly as
 * its {@link Evidence} says. Then the precision of each feature is found in turns with the thetas
 * of the exercises, all in units of the standardised feature: held near a precision that all
 * features share, which itself is held near 200, so that few exercises or few attempts are
 * predicted from the pooled theta. A feature that does not differ between exercises gets a large
 * precision: its coefficient is the pooled one everywhere.
 *
 * <p>Exercises may be inside topics: then those of a topic come from a Gaussian around the topic's
 * mean, and these means from one around the pooled theta, whose precisions are found alike. Where
 * topics do not differ, or are few, these grow and the means become the pooled theta; in a topic
 * that does, exercises with little data and new ones are predicted from the mean of the topic. Half
 * the information on a topic is trusted: a student's rows in several of its exercises say less
 * together than rows of as many students.
 *
 * <p>Where a feature counts outcomes of training students, two rows of an exercise that are in each
 * other's counts give the same chance product of outcomes to the score twice; its variance is then
 * twice the information. Of such blocks half the information is trusted, and fits use twice the
 * precision found.
 *
 * <p>Each round starts the fits where the last one left them and takes the variances from their
 * first Hessian, so that a round costs one Hessian an exercise. Memory: 4 bytes per feature for
 * each example, as many again for the fits, 28 for each exercise; 40 for each topic.
 */
public final class EmpiricalBayes {
  private static final double START_PRECISION = 30;
  private static final double FIRM_PRECISION = 200;
  private static final double FIRM_BETWEEN_TOPICS = 200;
  private static final double TRUST_IN_COUNTS = 0.5;
  private static final double TRUST_IN_TOPICS = 0.5;
  private static final double POOLED_START = 10;
  private static final double POOLED_FIRM = 10_000;
  private static final double HOLD_POOLED = 1;
  private static final double CONSTANT_PRECISION = 0.01;
  private static final int POOLED_ROUNDS = 6;

  private final List<String> features;
  private final int columns;
  private final ExampleMatrix pooled;
  private final boolean[] isConstant;
  private final int[] widths;
  private final double[] trust;
  private final List<Integer> ends = new ArrayList<>();
  private final Map<String, String> topicOf;
  private final Map<String, TopicFit> topics = new LinkedHashMap<>();

  /**
   * No examples of the features of a set yet.
   *
   * @param topicOf topic by exercise; exercises may lack one, and all do in an empty map
   */
  public EmpiricalBayes(FeatureSet featureSet, Map<String, String> topicOf) {
    this(featureSet.features(), featureSet.widths(), countOutcomes(featureSet), topicOf);
  }

  /** The same of blocks that are so many features wide and count outcomes of others or do not. */
  EmpiricalBayes(
      List<String> features, int[] widths, boolean[] countOutcomes, Map<String, String> topicOf) {
    this.topicOf = topicOf;
    this.features = List.copyOf(features);
    this.widths = widths.clone();
    columns = features.size();
    pooled = new ExampleMatrix(columns);
    isConstant = new boolean[columns];
    trust = new double[columns];
    int j = 0;
    for (int block = 0; block < widths.length; block++) {
      for (int end = j + widths[block]; j < end; j++) {
        trust[j] = countOutcomes[block] ? TRUST_IN_COUNTS : 1;
      }
    }
  }

  private static boolean[] countOutcomes(FeatureSet featureSet) {
    boolean[] flags = new boolean[featureSet.blocks().size()];
    for (int block = 0; block < flags.length; block++) {
      flags[block] = featureSet.blocks().get(block).usesTransitions();
    }
    return flags;
  }

  /** Adds an example of the exercise at hand, a copy. */
  public void append(float[] row, boolean correct) {
    pooled.append(row, correct);
  }

  /** Ends the exercise at hand, if it has examples; exercises must come in a defined order. */
  public void endExercise(String exercise) {
    if (rows() > start(ends.size())) {
      String topic = topicOf.get(exercise);
      if (topic != null) {
        topics.computeIfAbsent(topic, none -> new TopicFit()).add(ends.size());
      }
      ends.add(rows());
    }
  }

  /** Number of examples so far. */
  public int rows() {
    return pooled.rows();
  }

  /** Number of exercises so far. */
  public int exercises() {
    return ends.size();
  }

  /**
   * The estimate.
   *
   * @param rounds iterations of the precisions; 4 are close to the fixed point
   * @param threads that fit exercises, from 1; the estimate is the same for any number
   */
  public PooledPrior fit(int rounds, int threads) {
    double[] scale = scales();
    double[] mean = mean(scale);
    double[] precision = filled(START_PRECISION);
    double[] between = filled(FIRM_BETWEEN_TOPICS);
    SampleFits fits = new SampleFits(pooled, ends, topics.values(), mean, threads);
    for (int round = 0; round < rounds; round++) {
      GaussianPrior prior = GaussianPrior.of(mean, scaled(precision, scale));
      fits.fit(prior, GaussianPrior.of(mean, scaled(between, scale)));
      precision = next(fits, prior, precision, scale);
      between = nextBetween(mean, between, scale);
    }
    Map<String, double[]> means = new TreeMap<>();
    topics.forEach((topic, fit) -> means.put(topic, fit.mean()));
    return new PooledPrior(
        features, mean, scaled(precision, scale), scale, TopicMeans.of(means, topicOf));
  }

  private double[] mean(double[] scale) {
    double[] theta = new double[columns];
    double[] ridge = filled(POOLED_START);
    for (int round = 0; round <= POOLED_ROUNDS; round++) {
      double[] precision = ridge.clone();
      for (int j = 0; j < columns; j++) {
        precision[j] = isConstant[j] ? CONSTANT_PRECISION : ridge[j];
      }
      GaussianPrior prior = GaussianPrior.of(new double[columns], scaled(precision, scale));
      theta = LogisticFit.fit(pooled, prior, theta, options(round)).theta();
      if (round < POOLED_ROUNDS) {
        ridge = nextRidge(theta, ridge, prior, scale);
      }
    }
    return theta;
  }

  private static FitOptions options(int round) {
    return round < POOLED_ROUNDS ? FitOptions.rough() : FitOptions.defaults();
  }

  /**
   * One precision for each block of features, by a step of the iteration only: columns that stand
   * in for one another would all be shrunk away at its end.
   */
  private double[] nextRidge(double[] theta, double[] ridge, GaussianPrior prior, double[] scale) {
    double[] errors = Covariance.at(theta, pooled, prior).standardErrors();
    double[] next = new double[columns];
    int from = 0;
    for (int width : widths) {
      Evidence evidence = new Evidence();
      for (int j = from; j < from + width; j++) {
        if (!isConstant[j]) {
          double error = errors[j] * scale[j];
          evidence.add(theta[j] * scale[j], error * error, ridge[j], 1);
        }
      }
      Arrays.fill(next, from, from + width, evidence.step(ridge[from], POOLED_FIRM, HOLD_POOLED));
      from += width;
    }
    return next;
  }

  private double[] next(SampleFits fits, GaussianPrior prior, double[] precision, double[] scale) {
    FeatureEvidence evidence = new FeatureEvidence(trust);
    TopicFit[] topicAt = new TopicFit[ends.size()];
    topics.values().forEach(topic -> topic.exercises().forEach(e -> topicAt[e] = topic));
    for (int e = 0; e < topicAt.length; e++) {
      TopicFit topic = topicAt[e];
      double[] theta = fits.theta(e);
      double[] errors = fits.errors(e);
      double[] center = topic == null ? prior.means() : topic.center();
      for (int j = 0; j < columns; j++) {
        double error = errors[j] * scale[j];
        double distance = (theta[j] - center[j]) * scale[j];
        double share = topic == null ? 0 : topic.share(j, errors[j], prior.precision(j));
        evidence.add(j, distance, error * error, precision[j], share);
      }
    }
    return evidence.precisions(FIRM_PRECISION);
  }

  /** Half way there, in logarithms: either level could stand in for the other, round by round. */
  private double[] nextBetween(double[] mean, double[] between, double[] scale) {
    FeatureEvidence evidence =
        new FeatureEvidence(Arrays.stream(trust).map(own -> own * TRUST_IN_TOPICS).toArray());
    for (TopicFit topic : topics.values()) {
      double[] own = topic.mean();
      for (int j = 0; j < columns; j++) {
        double distance = (own[j] - mean[j]) * scale[j];
        double variance = topic.variance(j) * scale[j] * scale[j];
        evidence.add(j, distance, variance, between[j], 0);
      }
    }
    double[] next = evidence.precisions(FIRM_BETWEEN_TOPICS);
    Arrays.setAll(next, j -> Math.sqrt(between[j] * next[j]));
    return next;
  }

  private int start(int exercise) {
    return exercise == 0 ? 0 : ends.get(exercise - 1);
  }

  private double[] filled(double value) {
    double[] values = new double[columns];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] scaled(double[] precision, double[] scale) {
    double[] values = new double[precision.length];
    Arrays.setAll(values, j -> precision[j] * scale[j] * scale[j]);
    return values;
  }

  /** Standard deviation of each feature over all examples, 1 for a constant. */
  private double[] scales() {
    double[] sums = new double[columns];
    double[] squares = new double[columns];
    float[] row = new float[columns];
    for (int i = 0; i < pooled.rows(); i++) {
      pooled.row(i, row);
      for (int j = 0; j < columns; j++) {
        sums[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    double[] scales = new double[columns];
    for (int j = 0; j < columns; j++) {
      double mean = sums[j] / Math.max(1, pooled.rows());
      double variance = squares[j] / Math.max(1, pooled.rows()) - mean * mean;
      isConstant[j] = variance <= 1e-8;
      scales[j] = isConstant[j] ? 1 : Math.sqrt(variance);
    }
    return scales;
  }
}
