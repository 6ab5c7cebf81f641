package org.gradus.io.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The versions in a database, and which of them is in force. */
public final class VersionTable implements Closeable {
  private final Statements statements;

  /**
   * Connects, and makes or upgrades the tables.
   *
   * @throws IOException when that fails
   */
  public VersionTable(Database database) throws IOException {
    statements = Statements.on(database);
  }

  /**
   * Keeps other publishers out until the result is closed or this process ends, and removes
   * versions that are not complete.
   *
   * @throws IOException when another publisher is at work
   */
  public Closeable lock() throws IOException {
    return statements.lock(List.of("DELETE FROM version WHERE NOT complete"));
  }

  /** The lineages of all complete versions, oldest first. */
  public List<String> lineages() throws IOException {
    return statements.texts("SELECT lineage FROM version WHERE complete ORDER BY number");
  }

  /** The pointer to what is in force, if anything has been published. */
  public Optional<String> pointer() throws IOException {
    return statements.texts("SELECT pointer FROM in_force WHERE id = 1").stream().findFirst();
  }

  /** The header of a version's model. */
  public Optional<String> header(String version) throws IOException {
    return statements.texts("SELECT header FROM version WHERE name = ?", version).stream()
        .findFirst();
  }

  /** The lines of a version in a table, in their order. */
  public List<String> lines(Table table, String version) throws IOException {
    return statements.texts(
        "SELECT line FROM " + table.tableName() + " WHERE version = ? ORDER BY position", version);
  }

  /** Adds a version without parameters, which is not complete and which nobody sees. */
  public void begin(String version, long number, String header, String lineage) throws IOException {
    statements.change(
        "INSERT INTO version (name, number, complete, header, lineage) VALUES (?, ?, FALSE, ?, ?)",
        version,
        number,
        header,
        lineage);
  }

  /** Lets a version be seen, all rows of which have been written. */
  public void complete(String version) throws IOException {
    statements.change("UPDATE version SET complete = TRUE WHERE name = ?", version);
  }

  /** Puts a version in force, by one row. */
  public void point(String version, String pointer) throws IOException {
    String update = "UPDATE in_force SET version = ?, pointer = ? WHERE id = 1";
    if (statements.change(update, version, pointer) == 0) {
      statements.change(
          "INSERT INTO in_force (id, version, pointer) VALUES (1, ?, ?)", version, pointer);
    }
  }

  /** Removes a version with its parameters, in one transaction. */
  public void remove(String version) throws IOException {
    statements.change("DELETE FROM version WHERE name = ?", version);
  }

  @Override
  public void close() {
    statements.close();
  }
}
