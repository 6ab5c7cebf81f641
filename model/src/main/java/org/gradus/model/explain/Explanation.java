package org.gradus.model.explain;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.model.features.FeatureBlock;
import org.gradus.model.features.FeatureSet;

/**
 * Why P(correct) of one answer is what it is, compared with the average training attempt on the
 * same exercise: {@code logit = averageLogit + sum of contributions}, by subject or by block.
 * Immutable.
 */
public final class Explanation {
  private final double logit;
  private final double averageLogit;
  private final List<Reason> reasons;
  private final Map<String, Double> blocks;

  private Explanation(
      double logit, double averageLogit, List<Reason> reasons, Map<String, Double> blocks) {
    this.logit = logit;
    this.averageLogit = averageLogit;
    this.reasons = reasons;
    this.blocks = blocks;
  }

  /**
   * Explains a prediction.
   *
   * @param theta parameters of the exercise
   * @param mean what each feature is in the average training attempt on the exercise
   * @param features what they are now
   * @param offset what is added to the logit for the item beyond its features, 0 on average; it
   *     counts for the block that knows items
   */
  public static Explanation of(
      FeatureSet featureSet, double[] theta, double[] mean, float[] features, double offset) {
    Map<Subject, Double> subjects = new EnumMap<>(Subject.class);
    Map<String, Double> blocks = new LinkedHashMap<>();
    double logit = 0;
    double average = 0;
    int j = 0;
    for (FeatureBlock block : featureSet.blocks()) {
      double sum = 0;
      for (String feature : block.features()) {
        double part = theta[j] * (features[j] - mean[j]);
        sum += part;
        logit += theta[j] * features[j];
        average += theta[j] * mean[j];
        for (String component : Subjects.partsOf(feature)) {
          int i = featureSet.features().indexOf(component);
          double own = theta[j] * (features[i] - mean[i]);
          subjects.merge(Subjects.of(block.name(), component), own, Double::sum);
          part -= own;
        }
        subjects.merge(Subjects.of(block.name(), feature), part, Double::sum);
        j++;
      }
      blocks.put(block.name(), sum);
    }
    logit += offset;
    subjects.merge(Subject.QUESTION, offset, Double::sum);
    blocks.computeIfPresent(itemBlock(blocks), (name, part) -> part + offset);
    Words words = new Words(featureSet, mean, features);
    return new Explanation(logit, average, reasons(subjects, words, logit), blocks);
  }

  private static String itemBlock(Map<String, Double> blocks) {
    return blocks.containsKey("difficulty") ? "difficulty" : "item";
  }

  private static List<Reason> reasons(Map<Subject, Double> subjects, Words words, double logit) {
    return subjects.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(
            entry ->
                new Reason(
                    entry.getKey(),
                    words.of(entry.getKey()),
                    entry.getValue(),
                    100 * (probability(logit) - probability(logit - entry.getValue()))))
        .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())))
        .collect(Collectors.toUnmodifiableList());
  }

  private static double probability(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** P(correct) of the answer explained. */
  public double probability() {
    return probability(logit);
  }

  /** Its logit. */
  public double logit() {
    return logit;
  }

  /**
   * The logit of an attempt with average features on the exercise; for an exercise that is new to
   * the model, of the average attempt on any.
   */
  public double averageLogit() {
    return averageLogit;
  }

  /** P(correct) of {@link #averageLogit()}. */
  public double averageProbability() {
    return probability(averageLogit);
  }

  /** The reasons, the weightiest first. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** What each block of features adds to the logit beyond the average, in the order of blocks. */
  public Map<String, Double> blocks() {
    return Collections.unmodifiableMap(blocks);
  }

  /** The reasons, one a line. */
  @Override
  public String toString() {
    return reasons.stream().map(Reason::toString).collect(Collectors.joining("\n"));
  }
}
