package org.gradus.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/**
 * Completes a version when its job is committed, if it has as many rows as the model has exercises.
 * Tasks need no commit of their own: a row written twice is the same row, and rows of a version
 * that is not complete are seen by nobody.
 */
final class JdbcOutputCommitter extends OutputCommitter {
  @Override
  public void setupJob(JobContext context) {
    // The version is there already.
  }

  @Override
  public void setupTask(TaskAttemptContext context) {
    // A task has nothing to make.
  }

  @Override
  public boolean needsTaskCommit(TaskAttemptContext context) {
    return false;
  }

  @Override
  public void commitTask(TaskAttemptContext context) {
    throw new IllegalStateException("a task that writes into a database needs no commit");
  }

  @Override
  public void abortTask(TaskAttemptContext context) {
    // Its rows are the same that the next attempt writes.
  }

  @Override
  public void commitJob(JobContext context) throws IOException {
    Database database = Database.of(context.getConfiguration());
    String version = context.getConfiguration().get(JdbcOutputFormat.VERSION);
    long expected = context.getConfiguration().getLong(JdbcOutputFormat.ROWS, -1);
    try (HikariDataSource pool = database.pool(1);
        Connection connection = pool.getConnection()) {
      long rows = rows(connection, version);
      if (rows != expected) {
        throw new IOException(
            String.format(
                "Version %s has %d exercises in %s but %d in its folder, and is not completed;"
                    + " start the same command again.",
                version, rows, database, expected));
      }
      complete(connection, version);
    } catch (SQLException e) {
      throw database.failure("complete version " + version + " in", e);
    }
  }

  private static long rows(Connection connection, String version) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("SELECT count(*) FROM parameters WHERE version = ?")) {
      count.setString(1, version);
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static void complete(Connection connection, String version) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE version SET complete = TRUE WHERE name = ?")) {
      update.setString(1, version);
      update.executeUpdate();
    }
  }
}
