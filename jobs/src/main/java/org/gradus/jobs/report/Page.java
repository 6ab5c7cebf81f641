package org.gradus.jobs.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.BlockWeight;

/**
 * The page: a template, its style, its script, the chart library and the data, all in one file that
 * needs no network. What the template inserts is escaped, but for the four parts that are ours.
 */
final class Page {
  private final long minAttempts;
  private final long mostExercises;

  Page(long minAttempts, long mostExercises) {
    this.minAttempts = minAttempts;
    this.mostExercises = mostExercises;
  }

  String html(Results results, List<BlockWeight> blocks) {
    List<ExerciseResult> shown = shown(results.exercises);
    Map<String, String> tables = new LinkedHashMap<>(Tables.of(results));
    tables.put(Tables.EXERCISES, Tables.exercises(shown));
    Map<String, Object> content = new LinkedHashMap<>(Wording.of(results));
    content.put("shown", Wording.count(shown.size()));
    content.put("complete", shown.size() == results.exercises.size());
    content.put("minAttempts", Wording.count(minAttempts));
    content.put("blocks", ModelTables.words(blocks));
    content.put("style", resource("report.css"));
    content.put("charts", resource("chart.umd.min.js"));
    content.put("script", resource("report.js"));
    content.put(
        "data", scriptSafe(JsonWriter.write(PageData.of(results, shown, tables, minAttempts))));
    return Mustache.compiler().compile(resource("index.mustache")).execute(content);
  }

  /** Those with the most held-out attempts, sorted by exercise. */
  private List<ExerciseResult> shown(List<ExerciseResult> exercises) {
    return exercises.stream()
        .sorted(Comparator.comparingLong((ExerciseResult exercise) -> exercise.attempts).reversed())
        .limit(mostExercises)
        .sorted(Comparator.comparing(exercise -> exercise.exercise))
        .collect(Collectors.toList());
  }

  /** JSON in which nothing can end or open an HTML element; it still reads as the same JSON. */
  static String scriptSafe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the jar.", e);
    }
  }
}
