package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns that a source has besides those of the log: {@code @file}, the name of the log's file
 * without its folder and endings, and the columns of a table that is joined to each row by a key.
 */
final class AddedColumns {
  /** Name of the column that holds the file's name. */
  static final String FILE = "@file";

  private final List<String> names = new ArrayList<>();
  private final JoinTable table;
  private final NameReader keys = new NameReader(1 << 14);
  private final int first;
  private final int key;

  /**
   * The added columns of one file.
   *
   * @param ownColumns number of columns of the file itself, behind which these are
   * @param key place of the table's key among them; -1 when no table is joined
   */
  AddedColumns(SourceSettings settings, int ownColumns, int key) {
    names.addAll(names(settings));
    table = settings.table();
    first = ownColumns;
    this.key = key;
  }

  static List<String> names(SourceSettings settings) {
    List<String> names = new ArrayList<>(List.of(FILE));
    names.addAll(settings.list("table.columns", ""));
    return names;
  }

  int size() {
    return names.size();
  }

  /** Says which file the next lines come from. */
  void beginFile(String file, Fields fields) {
    fields.set(first, withoutEndings(file).getBytes(StandardCharsets.UTF_8));
  }

  /** {@code u123} for {@code .../u123.csv.gz}. */
  private static String withoutEndings(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Puts the table's row for a line behind its fields; false when the table has none. */
  boolean join(Fields fields) {
    if (key < 0) {
      return true;
    }
    String name = keys.read(fields.bytes(key), fields.from(key), fields.to(key));
    byte[][] row = name == null || table == null ? null : table.row(name);
    if (row == null) {
      return false;
    }
    for (int i = 0; i < row.length; i++) {
      fields.set(first + 1 + i, row[i]);
    }
    return true;
  }

  /** Text of the key of a line, for messages. */
  String keyText(Fields fields) {
    return fields.text(key);
  }
}
