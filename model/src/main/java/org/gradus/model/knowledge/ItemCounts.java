package org.gradus.model.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.difficulty.TransitionCounts;
import org.gradus.model.json.JsonReader;

/**
 * Corrects and attempts of training students on each item of one exercise, the rows behind item
 * difficulty, those of the transitions to it, and in a model the offsets of items. As JSON: {@code
 * {"exercise":"x","items":[["item",corrects,attempts,offset],...],"transitions":"..."}}; attempts
 * without an item stand under the empty name; an offset of 0 may be absent; {@code transitions},
 * packed as {@link TransitionCounts} does, may be absent. Mutable.
 */
public final class ItemCounts {
  private static final int OFFSET = 3;

  private final String exercise;
  private final List<Object> items = new ArrayList<>();
  private String transitions = "";

  /** No counts yet of an exercise. */
  public ItemCounts(String exercise) {
    this.exercise = exercise;
  }

  /** Adds an item, each once, in the order in which they are to be written. */
  public void add(String item, long corrects, long attempts) {
    items.add(List.of(item, corrects, attempts));
  }

  /** These counts with the offsets of a model, which items are known by key. */
  public ItemCounts with(ItemOffsets offsets) {
    ItemCounts all = new ItemCounts(exercise);
    all.transitions = transitions;
    for (Object row : items) {
      List<Object> cells = new ArrayList<>(((List<?>) row).subList(0, OFFSET));
      float offset = offsets.get(ItemOffsets.key(exercise, (String) cells.get(0)));
      if (offset != 0) {
        cells.add(offset);
      }
      all.items.add(cells);
    }
    return all;
  }

  /** Name of the exercise. */
  public String exercise() {
    return exercise;
  }

  /** Puts the members {@code items} and {@code transitions} where there are any. */
  void putInto(Map<String, Object> json) {
    if (!items.isEmpty()) {
      json.put("items", items);
    }
    if (!transitions.isEmpty()) {
      json.put("transitions", transitions);
    }
  }

  /** The counts of a line of JSON, such as {@link ItemCountsLine} writes. */
  public static ItemCounts fromJson(String line) {
    return fromJson(JsonReader.readObject(line));
  }

  static ItemCounts fromJson(Map<String, Object> json) {
    ItemCounts counts = new ItemCounts((String) json.get("exercise"));
    counts.items.addAll((List<?>) json.getOrDefault("items", List.of()));
    counts.transitions = (String) json.getOrDefault("transitions", "");
    return counts;
  }

  /** Takes the counts of items. */
  @FunctionalInterface
  public interface ItemSink {
    /** Takes the counts of one item, which is empty for attempts without one. */
    void accept(String item, long corrects, long attempts);
  }

  /** Passes on the items in their order. */
  public void forEachItem(ItemSink sink) {
    for (Object row : items) {
      List<?> cells = (List<?>) row;
      long corrects = ((Number) cells.get(1)).longValue();
      long attempts = ((Number) cells.get(2)).longValue();
      sink.accept((String) cells.get(0), corrects, attempts);
    }
  }

  /** How the offsets are spread over the attempts. */
  OffsetSpread offsetSpread() {
    OffsetSpread spread = new OffsetSpread();
    for (Object row : items) {
      List<?> cells = (List<?>) row;
      spread.add(offset(cells), ((Number) cells.get(2)).longValue());
    }
    return spread;
  }

  private static float offset(List<?> cells) {
    return cells.size() > OFFSET ? ((Number) cells.get(OFFSET)).floatValue() : 0;
  }

  /** Adds all counts and offsets to a table. */
  public void addTo(DifficultyTable table) {
    forEachItem((item, corrects, attempts) -> table.add(exercise, item, corrects, attempts));
    for (Object row : items) {
      List<?> cells = (List<?>) row;
      if (offset(cells) != 0) {
        table.setOffset(exercise, (String) cells.get(0), offset(cells));
      }
    }
    TransitionCounts.unpack(transitions, table);
  }
}
