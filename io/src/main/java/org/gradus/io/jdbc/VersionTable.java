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
import java.util.Optional;
import java.util.Set;

/** The versions in a database, and which of them is in force. */
public final class VersionTable implements Closeable {
  private static final int CONNECTIONS = 2;

  /** SQL states of PostgreSQL and H2 when another connection has the lock. */
  private static final Set<String> HELD = Set.of("55P03", "HYT00");

  private final Database database;
  private final HikariDataSource pool;

  /**
   * Connects, and makes or upgrades the tables.
   *
   * @throws IOException when that fails
   */
  public VersionTable(Database database) throws IOException {
    this.database = database;
    database.migrate();
    pool = database.pool(CONNECTIONS);
  }

  /** Something that is asked of or done to the database, with values bound to a statement. */
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T use(String verb, String sql, Use<T> use, Object... values) throws IOException {
    return database.run(
        verb,
        () -> {
          try (Connection connection = pool.getConnection();
              PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return use.of(statement);
          }
        });
  }

  private List<String> texts(String sql, Object... values) throws IOException {
    return use("read", sql, VersionTable::texts, values);
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

  private int change(String sql, Object... values) throws IOException {
    return use("change", sql, PreparedStatement::executeUpdate, values);
  }

  /**
   * Keeps other publishers out until the result is closed or this process ends, and removes
   * versions that are not complete.
   *
   * @throws IOException when another publisher is at work
   */
  public Closeable lock() throws IOException {
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
    change("DELETE FROM version WHERE NOT complete");
    return () -> database.run("unlock", () -> close(holder));
  }

  private static Void close(Connection connection) throws SQLException {
    connection.rollback();
    connection.close();
    return null;
  }

  /** The lineages of all complete versions, oldest first. */
  public List<String> lineages() throws IOException {
    return texts("SELECT lineage FROM version WHERE complete ORDER BY number");
  }

  /** The pointer to what is in force, if anything has been published. */
  public Optional<String> pointer() throws IOException {
    return texts("SELECT pointer FROM in_force WHERE id = 1").stream().findFirst();
  }

  /** The header of a version's model. */
  public Optional<String> header(String version) throws IOException {
    return texts("SELECT header FROM version WHERE name = ?", version).stream().findFirst();
  }

  /** The lines of a version in a table, in their order. */
  public List<String> lines(Table table, String version) throws IOException {
    return texts(
        "SELECT line FROM " + table.tableName() + " WHERE version = ? ORDER BY position", version);
  }

  /** Adds a version without parameters, which is not complete and which nobody sees. */
  public void begin(String version, long number, String header, String lineage) throws IOException {
    change(
        "INSERT INTO version (name, number, complete, header, lineage) VALUES (?, ?, FALSE, ?, ?)",
        version,
        number,
        header,
        lineage);
  }

  /** Lets a version be seen, all rows of which have been written. */
  public void complete(String version) throws IOException {
    change("UPDATE version SET complete = TRUE WHERE name = ?", version);
  }

  /** Puts a version in force, in one transaction. */
  public void point(String version, String pointer) throws IOException {
    String update = "UPDATE in_force SET version = ?, pointer = ? WHERE id = 1";
    if (change(update, version, pointer) == 0) {
      change("INSERT INTO in_force (id, version, pointer) VALUES (1, ?, ?)", version, pointer);
    }
  }

  /** Removes a version with its parameters, in one transaction. */
  public void remove(String version) throws IOException {
    change("DELETE FROM version WHERE name = ?", version);
  }

  @Override
  public void close() {
    pool.close();
  }
}
