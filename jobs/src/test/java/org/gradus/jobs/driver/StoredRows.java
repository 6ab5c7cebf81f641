package org.gradus.jobs.driver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.gradus.io.jdbc.Database;

/** What stands in a database. */
public final class StoredRows {
  private StoredRows() {}

  /** The first column of what a query answers, one row a line. */
  public static String of(Database database, String sql) throws Exception {
    try (var pool = database.pool(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder answer = new StringBuilder();
      while (rows.next()) {
        answer.append(rows.getString(1)).append('\n');
      }
      return answer.toString();
    }
  }
}
