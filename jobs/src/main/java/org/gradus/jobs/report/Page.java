package org.gradus.jobs.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.jobs.page.SelfContainedPage;
import org.gradus.model.knowledge.BlockWeight;

/** The page of the report, with the exercises that have the most held-out attempts. */
final class Page {
  private static final SelfContainedPage PAGE =
      new SelfContainedPage(Page.class, "index.mustache", "report.js", "");

  private final long minAttempts;
  private final long mostExercises;

  Page(long minAttempts, long mostExercises) {
    this.minAttempts = minAttempts;
    this.mostExercises = mostExercises;
  }

  String html(Results results, List<BlockWeight> blocks) {
    List<ExerciseResult> shown = shown(results.exercises);
    Map<String, String> tables = new LinkedHashMap<>(Tables.of(results));
    tables.put(Tables.EXERCISES, ExerciseTable.of(shown));
    Map<String, Object> content = new LinkedHashMap<>(Wording.of(results));
    content.put("shown", Wording.count(shown.size()));
    content.put("complete", shown.size() == results.exercises.size());
    content.put("minAttempts", Wording.count(minAttempts));
    content.put("blocks", ModelTables.words(blocks));
    return PAGE.html(content, PageData.of(results, shown, tables, minAttempts));
  }

  /** Those with the most held-out attempts, sorted by exercise. */
  private List<ExerciseResult> shown(List<ExerciseResult> exercises) {
    return exercises.stream()
        .sorted(Comparator.comparingLong((ExerciseResult exercise) -> exercise.attempts).reversed())
        .limit(mostExercises)
        .sorted(Comparator.comparing(exercise -> exercise.exercise))
        .collect(Collectors.toList());
  }
}
