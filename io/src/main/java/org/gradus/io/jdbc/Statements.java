package org.gradus.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is asked of or done to a database, one statement and one transaction at a time. */
final class Statements implements Closeable {
  private static final int CONNECTIONS = 2;

  /** SQL states of PostgreSQL and H2 when another connection has the lock. */
  private static final Set<String> HELD = Set.of("55P03", "HYT00");

  private final Database database;
  private final HikariDataSource pool;

  private Statements(Database database, HikariDataSource pool) {
    this.database = database;
    this.pool = pool;
  }

  /**
   * Connects, and makes or upgrades the tables.
   *
   * @throws IOException when that fails
   */
  static Statements on(Database database) throws IOException {
    database.migrate();
    return new Statements(database, database.pool(CONNECTIONS));
  }

  /** Something that is done with a statement whose values are bound. */
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Something that is done in one transaction. */
  interface Transaction<T> {
    /** Does it; when it fails, nothing has happened. */
    T in(Connection connection) throws SQLException;
  }

  private static <T> T use(Connection connection, String sql, Use<T> use, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return use.of(statement);
    }
  }

  private <T> T use(String verb, String sql, Use<T> use, Object... values) throws IOException {
    return database.run(
        verb,
        () -> {
          try (Connection connection = pool.getConnection()) {
            return use(connection, sql, use, values);
          }
        });
  }

  /** The first column of all rows. */
  List<String> texts(String sql, Object... values) throws IOException {
    return use("read", sql, Statements::texts, values);
  }

  private static List<String> texts(PreparedStatement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** The number in the first column of the only row. */
  static long number(Connection connection, String sql, Object... values) throws SQLException {
    return Long.parseLong(use(connection, sql, Statements::texts, values).get(0));
  }

  /** Changes rows; returns how many. */
  int change(String sql, Object... values) throws IOException {
    return use("change", sql, PreparedStatement::executeUpdate, values);
  }

  /** The same in a transaction. */
  static int change(Connection connection, String sql, Object... values) throws SQLException {
    return use(connection, sql, PreparedStatement::executeUpdate, values);
  }

  /** Does something in one transaction. */
  <T> T transact(Transaction<T> transaction) throws IOException {
    return database.run(
        "change",
        () -> {
          try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            T result = transaction.in(connection); // on failure the pool rolls back
            connection.commit();
            return result;
          }
        });
  }

  /**
   * Keeps other publishers out until the result is closed or this process ends, and removes what
   * one that was killed has left.
   *
   * @param removals the statements that do so
   * @throws IOException when another publisher is at work, or a removal fails
   */
  Closeable lock(List<String> removals) throws IOException {
    Closeable lock = lock();
    try {
      for (String removal : removals) {
        change(removal);
      }
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private Closeable lock() throws IOException {
    Connection holder = database.run("lock", pool::getConnection);
    try (PreparedStatement row =
        holder.prepareStatement("SELECT id FROM publisher WHERE id = 1 FOR UPDATE NOWAIT")) {
      holder.setAutoCommit(false);
      row.executeQuery().close();
    } catch (SQLException e) {
      database.run("give back a connection to", () -> close(holder));
      throw HELD.contains(String.valueOf(e.getSQLState()))
          ? new IOException(
              "Store " + database + " is in use by another publisher: wait for its end.", e)
          : database.failure("lock", e);
    }
    return () -> database.run("unlock", () -> close(holder));
  }

  private static Void close(Connection connection) throws SQLException {
    connection.rollback();
    connection.close();
    return null;
  }

  @Override
  public void close() {
    pool.close();
  }
}
