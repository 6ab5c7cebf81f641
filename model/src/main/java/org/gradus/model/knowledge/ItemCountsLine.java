package org.gradus.model.knowledge;

import java.io.IOException;
import java.util.List;
import org.gradus.model.json.JsonWriter;

/**
 * Writes {@link ItemCounts} as a line of JSON, item by item, so that nobody has to hold the items
 * of an exercise, of which there may be as many as attempts.
 */
public final class ItemCountsLine {
  private final Appendable out;
  private String before;

  /**
   * Begins a line.
   *
   * @param exercise non-empty name of the exercise
   * @param out where the line goes; nothing before the first item
   */
  public ItemCountsLine(String exercise, Appendable out) {
    this.out = out;
    before = "{\"exercise\":" + JsonWriter.write(exercise) + ",\"items\":[";
  }

  /** Writes an item, each once; empty for the attempts without one. */
  public void add(String item, long corrects, long attempts) throws IOException {
    out.append(before).append(JsonWriter.write(List.of(item, corrects, attempts)));
    before = ",";
  }

  /**
   * Ends the line, which has at least one item.
   *
   * @param transitions packed as {@link org.gradus.model.difficulty.TransitionCounts} does; empty
   *     for none
   */
  public void end(String transitions) throws IOException {
    out.append(']');
    if (!transitions.isEmpty()) {
      out.append(",\"transitions\":\"").append(transitions).append('"');
    }
    out.append("}\n");
  }
}
