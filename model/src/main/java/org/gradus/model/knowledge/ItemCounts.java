package org.gradus.model.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * Corrects and attempts of training students on each item of one exercise, the rows behind item
 * difficulty. As JSON: {@code {"exercise":"x","items":[["item",corrects,attempts],...]}}; attempts
 * without an item stand under the empty name. Mutable.
 */
public final class ItemCounts {
  private final String exercise;
  private final List<Object> items = new ArrayList<>();

  /** No counts yet of an exercise. */
  public ItemCounts(String exercise) {
    this.exercise = exercise;
  }

  /** Adds an item, each once, in the order in which they are to be written. */
  public void add(String item, long corrects, long attempts) {
    items.add(List.of(item, corrects, attempts));
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** As one line of JSON. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("items", items);
    return JsonWriter.write(json);
  }

  /** The counts whose {@link #toJson} this is. */
  public static ItemCounts fromJson(String line) {
    Map<String, Object> json = JsonReader.readObject(line);
    ItemCounts counts = new ItemCounts((String) json.get("exercise"));
    counts.items.addAll((List<?>) json.get("items"));
    return counts;
  }

  /** The rows, each a list of item, corrects and attempts. */
  List<Object> rows() {
    return items;
  }

  /** Adds all counts to a table. */
  public void addTo(DifficultyTable table) {
    addRows(exercise, items, table);
  }

  static void addRows(String exercise, List<?> rows, DifficultyTable table) {
    for (Object row : rows) {
      List<?> cells = (List<?>) row;
      long corrects = ((Number) cells.get(1)).longValue();
      long attempts = ((Number) cells.get(2)).longValue();
      table.add(exercise, (String) cells.get(0), corrects, attempts);
    }
  }
}
