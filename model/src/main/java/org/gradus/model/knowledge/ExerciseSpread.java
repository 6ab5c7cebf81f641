package org.gradus.model.knowledge;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.Moments;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * One line of {@code spread.jsonl.gz}: how features and the blocks' parts of the logit are spread
 * over the training attempts of one exercise, and how sure its theta is. Immutable.
 *
 * <p>As JSON: {@code
 * {"exercise":"x","attempts":n,"mean":[...],"deviation":[...],"blockDeviation":[...],"factor":"..."}}
 * with mean and standard deviation of each feature, the standard deviation of what each block adds
 * to the logit, and base64 of {@link Covariance#toBytes}; {@code factor} is absent when the model
 * was trained without intervals. Numbers have the digits of 32-bit floats.
 */
public final class ExerciseSpread {
  private final String exercise;
  private final long attempts;
  private final double[] mean;
  private final double[] deviation;
  private final double[] blockDeviation;
  private final Covariance covariance;

  private ExerciseSpread(Map<String, Object> json) {
    exercise = (String) json.get("exercise");
    attempts = ((Number) json.get("attempts")).longValue();
    mean = numbers(json.get("mean"));
    deviation = numbers(json.get("deviation"));
    blockDeviation = numbers(json.get("blockDeviation"));
    String factor = (String) json.get("factor");
    covariance =
        factor == null
            ? null
            : Covariance.fromBytes(mean.length, Base64.getDecoder().decode(factor));
  }

  /**
   * The spread over training attempts.
   *
   * @param moments of the training rows, one group a block
   * @param covariance of theta, or null when no intervals are wanted
   */
  public ExerciseSpread(String exercise, Moments moments, Covariance covariance) {
    this.exercise = exercise;
    this.attempts = moments.rows();
    this.mean = shortened(moments.means());
    this.deviation = shortened(moments.deviations());
    this.blockDeviation = shortened(moments.groupDeviations());
    this.covariance = covariance;
  }

  /** To the digits of a float, which are fewer to write. */
  private static double[] shortened(double[] values) {
    return Arrays.stream(values)
        .map(value -> Double.parseDouble(Float.toString((float) value)))
        .toArray();
  }

  private static double[] numbers(Object values) {
    return ((List<?>) values)
        .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** Training attempts. */
  public long attempts() {
    return attempts;
  }

  /** Mean of each feature over the training attempts. */
  public double[] mean() {
    return mean.clone();
  }

  /** Standard deviation of each feature over the training attempts, 0 for a constant. */
  public double[] deviation() {
    return deviation.clone();
  }

  /** Standard deviation of what each block adds to the logit over the training attempts. */
  public double[] blockDeviation() {
    return blockDeviation.clone();
  }

  /** How sure theta is; empty when the model was trained without intervals. */
  public Optional<Covariance> covariance() {
    return Optional.ofNullable(covariance);
  }

  /** As one line of JSON. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("attempts", attempts);
    json.put("mean", mean);
    json.put("deviation", deviation);
    json.put("blockDeviation", blockDeviation);
    if (covariance != null) {
      json.put("factor", Base64.getEncoder().encodeToString(covariance.toBytes()));
    }
    return JsonWriter.write(json);
  }

  /**
   * The spread whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when the line is not of that form
   */
  public static ExerciseSpread fromJson(String line) {
    return new ExerciseSpread(JsonReader.readObject(line));
  }
}
