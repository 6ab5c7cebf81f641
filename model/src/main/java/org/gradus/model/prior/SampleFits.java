package org.gradus.model.prior;

import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.FitResult;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * A theta for each exercise of a sample, with its standard errors, fitted anew under each prior;
 * every fit begins where the last one left it. Several threads take an exercise each, or a topic
 * with all its exercises; the result does not depend on how many. Memory: a copy of the rows of the
 * exercises at hand, and 16 bytes per feature for each exercise; what {@link TopicFit} says for the
 * topics at hand.
 */
final class SampleFits {
  private static final int MOST_TRIED = 256;

  private final ExampleMatrix rows;
  private final List<Integer> ends;
  private final Collection<TopicFit> topics;
  private final List<Integer> others;
  private final int threads;
  private final Runnable progress;
  private final double[][] thetas;
  private final double[][] errors;

  /**
   * No fits yet.
   *
   * @param rows of all exercises, one after the other
   * @param ends where each exercise ends, exclusive
   * @param topics with the numbers of their exercises
   * @param start theta that the first fits begin at
   * @param threads how many, from 1
   * @param progress called after each exercise, by any of them
   */
  SampleFits(
      ExampleMatrix rows,
      List<Integer> ends,
      Collection<TopicFit> topics,
      double[] start,
      int threads,
      Runnable progress) {
    this.rows = rows;
    this.ends = ends;
    this.topics = topics;
    others = IntStream.range(0, ends.size()).boxed().collect(toList());
    Set<Integer> inTopics = new HashSet<>();
    topics.forEach(topic -> inTopics.addAll(topic.exercises()));
    others.removeAll(inTopics);
    topics.forEach(topic -> topic.start(start));
    this.threads = threads;
    this.progress = progress;
    thetas = new double[ends.size()][];
    errors = new double[ends.size()][];
    Arrays.fill(thetas, start);
  }

  /**
   * Fits all exercises, those without a topic under a prior, the others under one with the same
   * precisions around the mean of their topic; and then these means.
   *
   * @param between the prior of the means of topics
   */
  void fit(GaussianPrior prior, GaussianPrior between) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> others.parallelStream().forEach(e -> fit(e, prior))).join();
      pool.submit(() -> topics.parallelStream().forEach(topic -> fit(topic, prior, between)))
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private void fit(TopicFit topic, GaussianPrior prior, GaussianPrior between) {
    GaussianPrior own = topic.begin(prior);
    for (int exercise : topic.exercises()) {
      FitResult fit = fit(exercise, own);
      topic.add(fit.theta(), covariance(exercise, fit, own), own);
    }
    topic.end(between);
  }

  private Covariance covariance(int exercise, FitResult fit, GaussianPrior prior) {
    return fit.hessian()
        .map(Covariance::of)
        .orElseGet(() -> Covariance.at(fit.theta(), examples(exercise), prior));
  }

  private ExampleMatrix examples(int exercise) {
    ExampleMatrix examples = new ExampleMatrix(rows.columns());
    examples.appendRows(rows, start(exercise), ends.get(exercise));
    return examples;
  }

  private FitResult fit(int exercise, GaussianPrior prior) {
    ExampleMatrix examples = examples(exercise);
    FitResult fit = LogisticFit.fit(examples, prior, thetas[exercise], FitOptions.rough());
    thetas[exercise] = fit.theta();
    errors[exercise] =
        fit.hessian()
            .map(Cholesky::inverseDiagonal)
            .map(variances -> Arrays.stream(variances).map(Math::sqrt).toArray())
            .orElseGet(() -> Covariance.at(fit.theta(), examples, prior).standardErrors());
    progress.run();
    return fit;
  }

  /**
   * The loss in nats of groups of students, in cross-validation, under some priors of the
   * exercises; of many exercises, those 256 with the most rows.
   *
   * @param groups of students, by row
   * @param priors of an exercise, given its number
   * @return by prior and group
   */
  double[][] losses(byte[] groups, IntFunction<List<GaussianPrior>> priors) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      List<Integer> tried = largest();
      return pool
          .submit(
              () ->
                  tried.parallelStream()
                      .map(e -> losses(e, groups, priors.apply(e)))
                      .collect(toList()))
          .join()
          .stream()
          .reduce(SampleFits::sum)
          .orElseThrow();
    } finally {
      pool.shutdown();
    }
  }

  private List<Integer> largest() {
    return IntStream.range(0, ends.size())
        .boxed()
        .sorted(Comparator.comparingInt(e -> start(e) - ends.get(e)))
        .limit(MOST_TRIED)
        .sorted()
        .collect(toList());
  }

  private double[][] losses(int exercise, byte[] groups, List<GaussianPrior> priors) {
    StudentTrial trial =
        new StudentTrial(rows, start(exercise), ends.get(exercise), groups, thetas[exercise]);
    double[][] losses = priors.stream().map(trial::losses).toArray(double[][]::new);
    progress.run();
    return losses;
  }

  private static double[][] sum(double[][] one, double[][] other) {
    for (int i = 0; i < one.length; i++) {
      double[] own = one[i];
      double[] more = other[i];
      Arrays.setAll(own, group -> own[group] + more[group]);
    }
    return one;
  }

  private int start(int exercise) {
    return exercise == 0 ? 0 : ends.get(exercise - 1);
  }

  /** The theta of an exercise. */
  double[] theta(int exercise) {
    return thetas[exercise];
  }

  /** The standard errors of an exercise's theta. */
  double[] errors(int exercise) {
    return errors[exercise];
  }
}
