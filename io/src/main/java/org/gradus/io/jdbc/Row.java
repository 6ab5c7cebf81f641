package org.gradus.io.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/** One row of a table, on its way from a task to the database. */
public final class Row {
  private final Table table;
  private final Object[] values;

  /**
   * A row.
   *
   * @param values one per column: text, number, truth value, {@code byte[]} or {@code double[]}
   */
  public Row(Table table, Object... values) {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          table + " has columns " + table.columns() + " but a row has " + values.length);
    }
    this.table = table;
    this.values = values.clone();
  }

  Table table() {
    return table;
  }

  /** Binds the values to the marks of a statement. */
  void bindTo(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof double[]) {
        Object[] numbers = Arrays.stream((double[]) value).boxed().toArray();
        statement.setArray(i + 1, statement.getConnection().createArrayOf("float8", numbers));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
