package org.gradus.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/**
 * Rows of texts, laid out in columns as wide as their widest cell; the last column is wrapped
 * between words where lines would be longer than 110 characters.
 */
final class Table {
  private static final int LONGEST_LINE = 110;
  private static final int LEAST_LAST_COLUMN = 40;

  private final List<String[]> rows = new ArrayList<>();

  Table(String... headings) {
    row(headings);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  /** The lines, headings first. */
  List<String> lines() {
    int last = rows.get(0).length - 1;
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder start = new StringBuilder();
      for (int column = 0; column < last; column++) {
        start.append(row[column]).append(" ".repeat(width(column) - row[column].length() + 2));
      }
      String prefix = start.toString();
      int room = Math.max(LEAST_LAST_COLUMN, LONGEST_LINE - prefix.length());
      for (String piece : WordUtils.wrap(row[last], room).split("\\R", -1)) {
        lines.add((prefix + piece).stripTrailing());
        prefix = " ".repeat(prefix.length());
      }
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
