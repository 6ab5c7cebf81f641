package org.gradus.io.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.io.settings.DataException;

/**
 * A table that a source joins to its log, such as EdNet's {@code questions.csv}: for each key the
 * values of a few columns. Held in memory by every task; its file may have {@link #MOST_BYTES}.
 * Filled once with {@link #add}, then only read.
 */
public final class JoinTable {
  /** Largest file of a table, unpacked. */
  public static final long MOST_BYTES = 64L << 20;

  private final Map<String, byte[][]> rows = new HashMap<>();
  private final String file;
  private final Splitter splitter;
  private final Fields fields;
  private final int key;
  private final int[] columns;
  private long bytes;

  private JoinTable(String file, Splitter splitter, List<String> names, int key, int[] columns) {
    this.file = file;
    this.splitter = splitter;
    fields = new Fields(names.size(), 0);
    this.key = key;
    this.columns = columns;
  }

  /**
   * An empty table.
   *
   * @param settings of the source that joins it
   * @param file name of its file, for messages
   * @param line bytes that hold its first line, which names the columns, without its end
   * @throws DataException when it lacks a column that the source wants
   */
  static JoinTable of(SourceSettings settings, String file, byte[] line, int from, int to) {
    String key = settings.text("table.key", "");
    List<String> wanted = settings.list("table.columns", "");
    List<String> names = List.of();
    for (char delimiter : settings.delimiters().toCharArray()) {
      Splitter splitter = Schema.splitter(settings, delimiter);
      List<String> found = Schema.names(splitter, line, from, to);
      if (found.contains(key) && found.containsAll(wanted)) {
        int[] places = wanted.stream().mapToInt(found::indexOf).toArray();
        return new JoinTable(file, splitter, found, found.indexOf(key), places);
      }
      names = found.size() > names.size() ? found : names;
    }
    List<String> missing = new ArrayList<>(wanted);
    missing.add(0, key);
    missing.removeAll(names);
    String have = String.join(", ", names);
    throw new DataException(
        "Cannot join "
            + file
            + " as source '"
            + settings.source()
            + "' wants: its header has no column '"
            + String.join("', '", missing)
            + "', only "
            + (have.length() > 500 ? have.substring(0, 500) + " ..." : have)
            + "; check --table.");
  }

  /**
   * Adds one line.
   *
   * @param line bytes that hold it, without its end
   * @throws DataException when it has another number of fields than the header, or a key that is
   *     there already
   */
  public void add(byte[] line, int from, int to) {
    Rejection rejection = splitter.split(line, from, to, fields);
    String name = rejection == null ? fields.text(key) : "";
    if (rejection != null || fields.count() <= key) {
      throw refusal("line " + (rows.size() + 2) + " cannot be read as a row");
    }
    bytes += to - from;
    if (bytes > MOST_BYTES) {
      throw refusal("it has more than " + MOST_BYTES + " bytes, too many for a task's memory");
    }
    byte[][] row = new byte[columns.length][];
    for (int i = 0; i < row.length; i++) {
      int column = columns[i];
      row[i] = Arrays.copyOfRange(fields.bytes(column), fields.from(column), fields.to(column));
    }
    if (rows.put(name, row) != null) {
      throw refusal("the key '" + name + "' is in it twice");
    }
  }

  private DataException refusal(String reason) {
    return new DataException("Cannot join " + file + ": " + reason + "; check --table.");
  }

  /** Values of the columns for a key; null when it is not in the table. */
  byte[][] row(String name) {
    return rows.get(name);
  }
}
