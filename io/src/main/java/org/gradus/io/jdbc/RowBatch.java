package org.gradus.io.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows of one table on their way into it, sent in batches. */
final class RowBatch {
  private static final int SIZE = 500;

  private final PreparedStatement upsert;
  private int waiting;

  RowBatch(PreparedStatement upsert) {
    this.upsert = upsert;
  }

  void add(Row row) throws SQLException {
    row.bindTo(upsert);
    upsert.addBatch();
    if (++waiting == SIZE) {
      send();
    }
  }

  /** Sends what is waiting. */
  void send() throws SQLException {
    upsert.executeBatch();
    waiting = 0;
  }
}
