package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The means of the thetas of the exercises of some topics, and which exercises these topics have,
 * with or without a theta of their own. Immutable. Memory: 8 bytes for each topic and feature, and
 * a name for each exercise.
 */
public final class TopicMeans {
  /** Where exercises have no topics. */
  public static final TopicMeans NONE = new TopicMeans(Map.of(), Map.of());

  private static final String MEAN = "mean";
  private static final String EXERCISES = "exercises";

  private final Map<String, double[]> means;
  private final Map<String, String> topics = new TreeMap<>();

  private TopicMeans(Map<String, double[]> means, Map<String, String> topicOf) {
    this.means = new TreeMap<>(means);
    topics.putAll(topicOf);
  }

  /**
   * The means of some topics.
   *
   * @param means by topic
   * @param topicOf topic by exercise; exercises of topics without a mean have none
   */
  static TopicMeans of(Map<String, double[]> means, Map<String, String> topicOf) {
    return new TopicMeans(means, topicOf);
  }

  /** The mean of the topic of an exercise; empty if it has none whose mean is known. */
  public Optional<double[]> of(String exercise) {
    return Optional.ofNullable(topics.get(exercise)).map(means::get).map(double[]::clone);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return means.isEmpty();
  }

  /** As a JSON object: {@code {"topic":{"mean":[...],"exercises":["x",...]},...}}. */
  public Map<String, Object> toJson() {
    Map<String, List<String>> exercises = new TreeMap<>();
    topics.forEach(
        (exercise, topic) ->
            exercises.computeIfAbsent(topic, none -> new ArrayList<>()).add(exercise));
    Map<String, Object> json = new LinkedHashMap<>();
    means.forEach(
        (topic, mean) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put(MEAN, mean);
          one.put(EXERCISES, exercises.getOrDefault(topic, List.of()));
          json.put(topic, one);
        });
    return json;
  }

  /** The means whose {@link #toJson} this is. */
  public static TopicMeans fromJson(Map<?, ?> json) {
    Map<String, double[]> means = new TreeMap<>();
    Map<String, String> topicOf = new TreeMap<>();
    json.forEach(
        (topic, value) -> {
          Map<?, ?> one = (Map<?, ?>) value;
          means.put((String) topic, PooledPrior.numbers(one.get(MEAN)));
          ((List<?>) one.get(EXERCISES))
              .forEach(exercise -> topicOf.put((String) exercise, (String) topic));
        });
    return new TopicMeans(means, topicOf);
  }
}
