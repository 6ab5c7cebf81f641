package org.gradus.io.source;

import java.util.List;

/** Leaves rows out by the value of one column. */
final class RowFilter {
  private final int column;
  private final boolean keep;
  private final List<byte[]> values;

  /**
   * Creates a filter.
   *
   * @param column place of the column
   * @param keep whether rows with one of the values stay, rather than go
   */
  RowFilter(int column, boolean keep, List<byte[]> values) {
    this.column = column;
    this.keep = keep;
    this.values = values;
  }

  int column() {
    return column;
  }

  boolean wants(Fields fields) {
    for (int i = 0; i < values.size(); i++) {
      if (fields.is(column, values.get(i))) {
        return keep;
      }
    }
    return !keep;
  }
}
