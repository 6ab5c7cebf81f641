package org.gradus.io.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * How the answers of one day were predicted, by exercise. As lines of JSON, the first {@code
 * {"format":"gradus-monitor-1","day":"2026-01-05","version":"v000012-..."}}, then one for each
 * exercise, sorted: {@code {"exercise":"x","attempts":40,"corrects":31,"meanProbability":0.77,
 * "logLoss":0.51,"auc":0.74,"calibrationError":0.03,"firstAttempts":9,"firstLogLoss":0.58,
 * "sums":[index,value,...]}}. All but {@code sums} is for people and other tools; {@code sums}
 * holds the whole, see {@link DailySums}. 3.6 kB of memory an exercise. Mutable.
 */
public final class MonitoredDay {
  private static final String FORMAT = "gradus-monitor-1";

  private final LocalDate date;
  private final String version;
  private final Map<String, DailySums> exercises = new TreeMap<>();

  /** A day without answers, as far as is known, under a version of the model. */
  public MonitoredDay(LocalDate date, String version) {
    this.date = date;
    this.version = version;
  }

  /** The first line of a day. */
  public static String header(String date, String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("day", date);
    json.put("version", version);
    return JsonWriter.write(json);
  }

  /** Whether a line is a {@link #header}. */
  public static boolean isHeader(String line) {
    return line.startsWith("{\"format\":");
  }

  /** The day whose first line this is, without answers yet. */
  public static MonitoredDay ofHeader(String line) {
    Map<String, Object> json = JsonReader.readObject(line);
    if (!FORMAT.equals(json.get("format"))) {
      throw new IllegalArgumentException(
          "its format is '" + json.get("format") + "', not '" + FORMAT + "'");
    }
    LocalDate date = LocalDate.parse(String.valueOf(json.get("day")));
    return new MonitoredDay(date, String.valueOf(json.get("version")));
  }

  /** The line of one exercise. */
  public static String line(String exercise, DailySums sums) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("attempts", sums.total().attempts());
    json.put("corrects", sums.total().corrects());
    json.put("meanProbability", sums.total().meanProbability());
    json.put("logLoss", sums.total().logLoss());
    json.put("auc", sums.auc());
    json.put("calibrationError", sums.calibrationError());
    json.put("firstAttempts", sums.first().attempts());
    json.put("firstLogLoss", sums.first().logLoss());
    json.put("sums", sums.toJson());
    return JsonWriter.write(json);
  }

  /** Adds the line of an exercise. */
  public void addLine(String line) {
    Map<String, Object> json = JsonReader.readObject(line);
    Object name = json.get("exercise");
    if (!(name instanceof String) || !(json.get("sums") instanceof List)) {
      throw new IllegalArgumentException("a line must have 'exercise' and 'sums'");
    }
    add((String) name, DailySums.fromJson((List<?>) json.get("sums")));
  }

  /** Adds sums of an exercise to those that are there. */
  public void add(String exercise, DailySums sums) {
    exercises.computeIfAbsent(exercise, none -> new DailySums()).merge(sums);
  }

  /** Adds another part of the same day, such as that of other students. */
  public void merge(MonitoredDay other) {
    other.exercises.forEach(this::add);
  }

  /**
   * The day that lines tell of.
   *
   * @throws IllegalArgumentException when they are not of that form
   */
  public static MonitoredDay read(BufferedReader lines) throws IOException {
    String first = lines.readLine();
    if (first == null) {
      throw new IllegalArgumentException("it is empty");
    }
    MonitoredDay day = ofHeader(first);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      day.addLine(line);
    }
    return day;
  }

  /** All lines, each with its end. */
  public String text() {
    StringBuilder text = new StringBuilder(header(date.toString(), version)).append('\n');
    exercises.forEach((exercise, sums) -> text.append(line(exercise, sums)).append('\n'));
    return text.toString();
  }

  /** The date. */
  public LocalDate date() {
    return date;
  }

  /** The version of the model that the answers were predicted by. */
  public String version() {
    return version;
  }

  /** Sums by exercise, sorted; an exercise without answers is not there. */
  public Map<String, DailySums> exercises() {
    return Collections.unmodifiableMap(exercises);
  }

  /** Sums over all exercises. */
  public DailySums total() {
    DailySums total = new DailySums();
    exercises.values().forEach(total::merge);
    return total;
  }
}
