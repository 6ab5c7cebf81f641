package org.gradus.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.hash.StableHash;

/**
 * Predictions of two models for the same answers, and a bootstrap of the differences of their
 * metrics. Students, not answers, are drawn (Efron and Tibshirani 1993): answers of one student
 * depend on each other. Both models get the same students, so what makes a sample of students easy
 * for both cancels out.
 *
 * <p>A student's weight in a resample is Poisson distributed with mean 1 (Hanley and MacGibbon
 * 2006), from a hash of the student and the number of the resample: the result depends neither on
 * the order of the answers nor on a clock. About 60 bytes an answer. Mutable.
 */
public final class PairedPredictions {
  private static final int MOST_WEIGHT = 12;

  private final Map<Long, Integer> students = new HashMap<>();
  private int[] student = new int[1024];
  private boolean[] correct = new boolean[1024];
  private float[] first = new float[1024];
  private float[] second = new float[1024];
  private int size;

  /**
   * Adds an answer.
   *
   * @param studentHash stable hash of the student's id
   * @param isCorrect what happened
   * @param firstProbability P(correct) as the first model predicted it, 0 to 1
   * @param secondProbability the same of the second model
   */
  public void add(
      long studentHash, boolean isCorrect, float firstProbability, float secondProbability) {
    if (size == student.length) {
      int longer = size + (size >> 1);
      student = Arrays.copyOf(student, longer);
      correct = Arrays.copyOf(correct, longer);
      first = Arrays.copyOf(first, longer);
      second = Arrays.copyOf(second, longer);
    }
    student[size] = students.computeIfAbsent(studentHash, none -> students.size());
    correct[size] = isCorrect;
    first[size] = firstProbability;
    second[size++] = secondProbability;
  }

  /** Number of answers. */
  public int size() {
    return size;
  }

  /** Number of students. */
  public int students() {
    return students.size();
  }

  /** Compares the models by every {@link ComparedMetric}, with so many resamples, at least 1. */
  public List<MetricComparison> compare(int resamples) {
    WeightedMetrics ofFirst = metrics(first);
    WeightedMetrics ofSecond = metrics(second);
    long[] hashes = new long[students.size()];
    students.forEach((hash, index) -> hashes[index] = hash);
    int[] weights = new int[hashes.length];
    Arrays.fill(weights, 1);
    double[] firsts = ofFirst.of(weights);
    double[] seconds = ofSecond.of(weights);
    double[][] differences = new double[firsts.length][resamples];
    for (int resample = 0; resample < resamples; resample++) {
      for (int i = 0; i < hashes.length; i++) {
        weights[i] = weight(hashes[i], resample);
      }
      double[] one = ofFirst.of(weights);
      double[] other = ofSecond.of(weights);
      for (int metric = 0; metric < one.length; metric++) {
        differences[metric][resample] = one[metric] - other[metric];
      }
    }
    List<MetricComparison> comparisons = new ArrayList<>();
    ComparedMetric[] metrics = ComparedMetric.values();
    for (int i = 0; i < metrics.length; i++) {
      comparisons.add(new MetricComparison(metrics[i], firsts[i], seconds[i], differences[i]));
    }
    return comparisons;
  }

  private WeightedMetrics metrics(float[] probabilities) {
    return new WeightedMetrics(students.size(), student, correct, probabilities, size);
  }

  /** A Poisson number of mean 1, by inversion. */
  static int weight(long studentHash, int resample) {
    double unit = StableHash.unit(StableHash.mix(studentHash + (resample + 1) * StableHash.GAMMA));
    double probability = StrictMath.exp(-1);
    double sum = probability;
    int weight = 0;
    while (unit >= sum && weight < MOST_WEIGHT) {
      weight++;
      probability /= weight;
      sum += probability;
    }
    return weight;
  }
}
