package org.gradus.model.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * One line of {@code parameters.jsonl.gz}: what was fitted for one exercise. Immutable.
 *
 * <p>As JSON: {@code
 * {"exercise":"x","attempts":n,"corrects":c,"fit":"fitted","theta":[...],"items":[["item",corrects,attempts,offset],...],"transitions":"..."}},
 * where {@code fit} is {@code fitted} or, when the training students gave no rows to fit, {@code
 * prior}; {@code items} and {@code transitions} are those of {@link ItemCounts} and may be absent.
 */
public final class ExerciseParameters {
  private final String exercise;
  private final long attempts;
  private final long corrects;
  private final boolean fitted;
  private final double[] theta;
  private final ItemCounts counts;

  private ExerciseParameters(
      String exercise,
      long attempts,
      long corrects,
      boolean fitted,
      double[] theta,
      ItemCounts counts) {
    this.exercise = exercise;
    this.attempts = attempts;
    this.corrects = corrects;
    this.fitted = fitted;
    this.theta = theta;
    this.counts = counts;
  }

  /**
   * Parameters without item counts.
   *
   * @param exercise name of the exercise
   * @param attempts training attempts that theta was fitted to
   * @param corrects correct ones among them
   * @param fitted whether theta was fitted to them, or is the prior's
   * @param theta one value per feature
   */
  public ExerciseParameters(
      String exercise, long attempts, long corrects, boolean fitted, double[] theta) {
    this(exercise, attempts, corrects, fitted, theta.clone(), new ItemCounts(exercise));
  }

  /** The same with the counts of items. */
  public ExerciseParameters withItems(ItemCounts counts) {
    return new ExerciseParameters(exercise, attempts, corrects, fitted, theta, counts);
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** Training attempts that theta was fitted to. */
  public long attempts() {
    return attempts;
  }

  /** Correct ones among {@link #attempts()}. */
  public long corrects() {
    return corrects;
  }

  /** Whether theta was fitted to training attempts, or is the prior's. */
  public boolean fitted() {
    return fitted;
  }

  /** The parameters, one per feature. */
  public double[] theta() {
    return theta.clone();
  }

  /** Corrects and attempts on its items. */
  public ItemCounts counts() {
    return counts;
  }

  /** As one line of JSON. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("attempts", attempts);
    json.put("corrects", corrects);
    json.put("fit", fitted ? "fitted" : "prior");
    json.put("theta", theta);
    counts.putInto(json);
    return JsonWriter.write(json);
  }

  /**
   * The parameters whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when the line is not of that form
   */
  @SuppressWarnings("unchecked")
  public static ExerciseParameters fromJson(String line) {
    Map<String, Object> json = JsonReader.readObject(line);
    List<Object> values = (List<Object>) json.get("theta");
    double[] theta = values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    return new ExerciseParameters(
        (String) json.get("exercise"),
        ((Number) json.get("attempts")).longValue(),
        ((Number) json.get("corrects")).longValue(),
        "fitted".equals(json.get("fit")),
        theta,
        ItemCounts.fromJson(json));
  }
}
