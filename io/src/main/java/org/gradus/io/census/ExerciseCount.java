package org.gradus.io.census;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/** One exercise's line of the {@link Census}. Immutable. */
public final class ExerciseCount {
  private final String exercise;
  private final long attempts;
  private final long corrects;
  private final long students;

  /**
   * Creates a line.
   *
   * @param exercise name of the exercise
   * @param attempts number of attempts on it
   * @param corrects number of correct ones among them
   * @param students number of students with at least one
   */
  public ExerciseCount(String exercise, long attempts, long corrects, long students) {
    this.exercise = exercise;
    this.attempts = attempts;
    this.corrects = corrects;
    this.students = students;
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** Number of attempts on it. */
  public long attempts() {
    return attempts;
  }

  /** Number of correct attempts. */
  public long corrects() {
    return corrects;
  }

  /** Number of students with at least one attempt. */
  public long students() {
    return students;
  }

  /** The sums over two disjoint sets of students. */
  public ExerciseCount plus(ExerciseCount other) {
    return new ExerciseCount(
        exercise, attempts + other.attempts, corrects + other.corrects, students + other.students);
  }

  /** One line of JSON, without its end. */
  public String toJson() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("exercise", exercise);
    line.put("attempts", attempts);
    line.put("corrects", corrects);
    line.put("students", students);
    return JsonWriter.write(line);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ExerciseCount ofJson(String json) {
    Map<String, Object> line = JsonReader.readObject(json);
    if (!(line.get("exercise") instanceof String)) {
      throw new IllegalArgumentException("no text 'exercise'");
    }
    return new ExerciseCount(
        (String) line.get("exercise"),
        count(line, "attempts"),
        count(line, "corrects"),
        count(line, "students"));
  }

  private static long count(Map<String, Object> line, String name) {
    if (!(line.get(name) instanceof Long)) {
      throw new IllegalArgumentException("no whole number '" + name + "'");
    }
    return (Long) line.get(name);
  }
}
