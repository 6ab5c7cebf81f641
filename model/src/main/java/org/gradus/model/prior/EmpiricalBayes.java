package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.GaussianPrior;

/**
 * Estimates a {@link PooledPrior} from the training attempts of some exercises. The mean is one
 * logistic regression over all of them, {@link PooledTheta}. Then the precision of each feature is
 * found in turns with the thetas of the exercises, all in units of the standardised feature: held
 * near a precision that all features share, which itself is held near 200, so that few exercises or
 * few attempts are predicted from the pooled theta. A feature that does not differ between
 * exercises gets a large precision: its coefficient is the pooled one everywhere.
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
 * <p>Of a block of 64 features or more, such as the knowledge state, every coefficient is known so
 * little that its evidence would say what it is held near. Such a block begins as nothing, in the
 * mean and in the exercises, and comes in only as far as cross-validation over groups of students
 * says that it pays ({@link WideBlocks}); where it does not, the estimate is the one without it.
 *
 * <p>Each round starts the fits where the last one left them and takes the variances from their
 * first Hessian, so that a round costs one Hessian an exercise. Memory: 4 bytes per feature for
 * each example, as many again for the fits, 28 for each exercise; 40 for each topic; with a wide
 * block 80 x features^2 for each thread.
 */
public final class EmpiricalBayes {
  private static final double START_PRECISION = 30;
  private static final double FIRM_PRECISION = 200;
  private static final double FIRM_BETWEEN_TOPICS = 200;
  private static final double TRUST_IN_TOPICS = 0.5;
  private static final int TRIAL_ROUND = 2;

  /** For the reason given at the pooled theta; levels of exercises may differ as they will. */
  private static final double LEAST_PRECISION = 1;

  private final List<String> features;
  private final int columns;
  private final ExampleMatrix pooled;
  private final Blocks blocks;
  private byte[] groups = new byte[1024];
  private final List<Integer> ends = new ArrayList<>();
  private final Map<String, String> topicOf;
  private final Map<String, TopicFit> topics = new LinkedHashMap<>();

  /**
   * No examples of the features of a set yet.
   *
   * @param topicOf topic by exercise; exercises may lack one, and all do in an empty map
   */
  public EmpiricalBayes(FeatureSet featureSet, Map<String, String> topicOf) {
    this(featureSet.features(), Blocks.of(featureSet), topicOf);
  }

  /** The same of blocks of named features. */
  EmpiricalBayes(List<String> features, Blocks blocks, Map<String, String> topicOf) {
    this.topicOf = topicOf;
    this.features = List.copyOf(features);
    this.blocks = blocks;
    columns = features.size();
    pooled = new ExampleMatrix(columns);
  }

  /** Adds an example of a student and the exercise at hand, a copy. */
  public void append(String student, float[] row, boolean correct) {
    if (rows() == groups.length) {
      groups = Arrays.copyOf(groups, 2 * groups.length);
    }
    groups[rows()] = StudentTrial.group(student);
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
   * @param progress called again and again, by any thread
   */
  public PooledPrior fit(int rounds, int threads, Runnable progress) {
    FeatureScales scale = FeatureScales.of(pooled);
    double[] mean = PooledTheta.fit(pooled, ends, groups, blocks, scale, progress);
    SampleFits fits = new SampleFits(pooled, ends, topics.values(), mean, threads, progress);
    double[] precision = filled(START_PRECISION);
    double[] between = filled(FIRM_BETWEEN_TOPICS);
    double[] wide = filled(WideBlocks.NOTHING);
    for (int round = 0; round < rounds; round++) {
      if (round == Math.min(TRIAL_ROUND, rounds - 1) && blocks.anyWide() && exercises() > 0) {
        wide = wide(fits, mean, precision, scale);
      }
      useWide(wide, precision);
      useWide(wide, between);
      GaussianPrior prior = GaussianPrior.of(mean, scale.precision(precision));
      fits.fit(prior, GaussianPrior.of(mean, scale.precision(between)));
      precision = next(fits, prior, precision, scale);
      between = nextBetween(mean, between, scale);
    }
    useWide(wide, precision);
    Map<String, double[]> means = new TreeMap<>();
    topics.forEach((topic, fit) -> means.put(topic, fit.mean()));
    return new PooledPrior(
        features, mean, scale.precision(precision), scale.all(), TopicMeans.of(means, topicOf));
  }

  /** Takes over the precisions of wide blocks. */
  private void useWide(double[] wide, double[] precision) {
    boolean[] narrow = blocks.narrow();
    Arrays.setAll(precision, j -> narrow[j] ? precision[j] : wide[j]);
  }

  /** Precisions with those of wide blocks that pay, so far nothing. */
  private double[] wide(SampleFits fits, double[] mean, double[] precision, FeatureScales scale) {
    double[] chosen = precision.clone();
    WideBlocks.shrinkAway(blocks, chosen);
    TopicFit[] topicAt = topicAt();
    WideBlocks.choose(
        blocks,
        chosen,
        all ->
            fits.losses(
                groups,
                e ->
                    all.stream()
                        .map(
                            own -> GaussianPrior.of(center(topicAt[e], mean), scale.precision(own)))
                        .collect(Collectors.toList())));
    return chosen;
  }

  private static double[] center(TopicFit topic, double[] mean) {
    return topic == null ? mean : topic.center();
  }

  private TopicFit[] topicAt() {
    TopicFit[] topicAt = new TopicFit[ends.size()];
    topics.values().forEach(topic -> topic.exercises().forEach(e -> topicAt[e] = topic));
    return topicAt;
  }

  private double[] next(
      SampleFits fits, GaussianPrior prior, double[] precision, FeatureScales scale) {
    FeatureEvidence evidence = new FeatureEvidence(blocks.trust(), blocks.narrow());
    TopicFit[] topicAt = topicAt();
    for (int e = 0; e < topicAt.length; e++) {
      TopicFit topic = topicAt[e];
      double[] theta = fits.theta(e);
      double[] errors = fits.errors(e);
      double[] center = center(topic, prior.means());
      for (int j = 0; j < columns; j++) {
        double error = errors[j] * scale.of(j);
        double distance = (theta[j] - center[j]) * scale.of(j);
        double share = topic == null ? 0 : topic.share(j, errors[j], prior.precision(j));
        evidence.add(j, distance, error * error, precision[j], share);
      }
    }
    double[] next = evidence.precisions(FIRM_PRECISION);
    Arrays.setAll(next, j -> scale.isConstant(j) ? next[j] : Math.max(LEAST_PRECISION, next[j]));
    return next;
  }

  /** Half way there, in logarithms: either level could stand in for the other, round by round. */
  private double[] nextBetween(double[] mean, double[] between, FeatureScales scale) {
    FeatureEvidence evidence =
        new FeatureEvidence(
            Arrays.stream(blocks.trust()).map(own -> own * TRUST_IN_TOPICS).toArray(),
            blocks.narrow());
    for (TopicFit topic : topics.values()) {
      double[] own = topic.mean();
      for (int j = 0; j < columns; j++) {
        double distance = (own[j] - mean[j]) * scale.of(j);
        double variance = topic.variance(j) * scale.of(j) * scale.of(j);
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
}
