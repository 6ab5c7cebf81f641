package org.gradus.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts, laid out in columns as wide as their widest cell; the last one runs free. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();

  Table(String... headings) {
    row(headings);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  /** The lines, headings first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append(row[column]);
        line.append(" ".repeat(width(column) - row[column].length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
