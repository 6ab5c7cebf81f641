package org.gradus.io.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.io.settings.DataException;

/**
 * Which topic each exercise is in: a table with the columns {@code exercise_id} and {@code topic},
 * others are ignored. Held in memory; its file may have {@link #MOST_BYTES}. An exercise may have
 * several rows of one topic; one whose topic is empty has none.
 */
public final class TopicTable {
  /** Largest file of a table, unpacked. */
  public static final long MOST_BYTES = 8L << 20;

  private static final String EXERCISE = "exercise_id";
  private static final String TOPIC = "topic";
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

  private final Map<String, String> topics = new TreeMap<>();
  private final String file;
  private final Splitter splitter;
  private final int columns;
  private final Fields fields;
  private final int exercise;
  private final int topic;
  private long bytes;
  private int line = 1;

  private TopicTable(String file, Splitter splitter, List<String> names) {
    this.file = file;
    this.splitter = splitter;
    columns = names.size();
    fields = new Fields(columns, 0);
    exercise = names.indexOf(EXERCISE);
    topic = names.indexOf(TOPIC);
  }

  /**
   * An empty table.
   *
   * @param file name of its file, for messages
   * @param line bytes that hold its first line, which names the columns, without its end
   * @throws DataException when it lacks one of the two columns
   */
  public static TopicTable of(String file, byte[] line, int from, int to) {
    List<String> most = List.of();
    for (char delimiter : DELIMITERS) {
      Splitter splitter = new DelimitedSplitter((byte) delimiter, true);
      List<String> names = Schema.names(splitter, line, from, to);
      if (names.contains(EXERCISE) && names.contains(TOPIC)) {
        return new TopicTable(file, splitter, names);
      }
      most = names.size() > most.size() ? names : most;
    }
    String have = String.join(", ", most);
    throw refusal(
        file,
        "its header must name the columns '"
            + EXERCISE
            + "' and '"
            + TOPIC
            + "' but is '"
            + (have.length() > 500 ? have.substring(0, 500) + " ..." : have)
            + "'");
  }

  /**
   * Adds one line.
   *
   * @param text bytes that hold it, without its end
   * @throws DataException when it has another number of fields than the header, no exercise, or
   *     another topic for an exercise than a line before
   */
  public void add(byte[] text, int from, int to) {
    line++;
    bytes += to - from;
    if (bytes > MOST_BYTES) {
      throw refusal(file, "it has more than " + MOST_BYTES + " bytes");
    }
    Rejection rejection = splitter.split(text, from, to, fields);
    if (rejection != null || fields.count() != columns || fields.isEmpty(exercise)) {
      throw refusal(file, "row " + line + " is no row of " + columns + " fields with an exercise");
    }
    if (fields.isEmpty(topic)) {
      return;
    }
    String name = fields.text(exercise);
    String other = topics.put(name, fields.text(topic));
    if (other != null && !other.equals(fields.text(topic))) {
      throw refusal(
          file,
          String.format(
              "exercise '%s' is in topic '%s' and, by row %d, in topic '%s'",
              name, other, line, fields.text(topic)));
    }
  }

  private static DataException refusal(String file, String reason) {
    return new DataException("Cannot take topics from " + file + ": " + reason + "; mend it.");
  }

  /** Topic by exercise. */
  public Map<String, String> topics() {
    return Collections.unmodifiableMap(topics);
  }
}
