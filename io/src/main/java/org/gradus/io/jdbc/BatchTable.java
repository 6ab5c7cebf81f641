package org.gradus.io.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.io.store.BatchLineage;
import org.gradus.io.store.PredictionBatches;

/** The batches of predictions in a database, and which of them is in force. */
public final class BatchTable implements PredictionBatches, Closeable {
  private static final List<Table> OF_STUDENTS = List.of(Table.STUDENT_STATE, Table.NEXT_EXERCISE);

  private final Database database;
  private final Statements statements;

  /**
   * Connects, and makes or upgrades the tables.
   *
   * @throws IOException when that fails
   */
  public BatchTable(Database database) throws IOException {
    this.database = database;
    statements = Statements.on(database);
  }

  /**
   * Keeps publishers out until the result is closed or this process ends, and removes batches that
   * are not complete, with the rows of tasks that have outlived them.
   *
   * @throws IOException when a publisher is at work
   */
  public Closeable lock() throws IOException {
    List<String> removals = new ArrayList<>();
    removals.add("DELETE FROM batch WHERE NOT complete");
    for (Table table : OF_STUDENTS) {
      removals.add(
          "DELETE FROM " + table.tableName() + " WHERE batch NOT IN (SELECT name FROM batch)");
    }
    return statements.lock(removals);
  }

  /** Those that are complete. */
  @Override
  public List<BatchLineage> batches() throws IOException {
    List<String> texts =
        statements.texts("SELECT lineage FROM batch WHERE complete ORDER BY number");
    return texts.stream()
        .map(text -> BatchLineage.fromJson(text, "in " + database))
        .collect(Collectors.toList());
  }

  @Override
  public Optional<String> inForce() throws IOException {
    return statements.texts("SELECT batch FROM batch_in_force WHERE id = 1").stream().findFirst();
  }

  /** Adds a batch without rows, which is not complete and which nobody sees. */
  public void begin(BatchLineage batch) throws IOException {
    statements.change(
        "INSERT INTO batch (name, number, complete, version, lineage) VALUES (?, ?, FALSE, ?, ?)",
        batch.name(),
        batch.number(),
        batch.version().toString(),
        batch.toJson());
  }

  /** Writes rows of one table, as tasks do, in one transaction. */
  public void write(Table table, List<Row> rows) throws IOException {
    statements.transact(
        connection -> {
          try (var upsert = connection.prepareStatement(database.upsert(table))) {
            RowBatch waiting = new RowBatch(upsert);
            for (Row row : rows) {
              waiting.add(row);
            }
            waiting.send();
          }
          return null;
        });
  }

  /** Number of rows that a batch has in a table. */
  public long count(Table table, String batch) throws IOException {
    return statements.transact(connection -> count(connection, table, batch));
  }

  private static long count(Connection connection, Table table, String batch) throws SQLException {
    return Statements.number(
        connection, "SELECT count(*) FROM " + table.tableName() + " WHERE batch = ?", batch);
  }

  /** Lets a batch be put in force, all rows of which have been written. */
  public void complete(String batch) throws IOException {
    statements.change("UPDATE batch SET complete = TRUE WHERE name = ?", batch);
  }

  /** By one row. */
  @Override
  public void point(BatchLineage batch) throws IOException {
    String name = batch.name();
    if (statements.change("UPDATE batch_in_force SET batch = ? WHERE id = 1", name) == 0) {
      statements.change("INSERT INTO batch_in_force (id, batch) VALUES (1, ?)", name);
    }
  }

  /** Removes a batch with its rows, in one transaction. */
  public void remove(String batch) throws IOException {
    statements.transact(
        connection -> {
          for (Table table : OF_STUDENTS) {
            String rows = "DELETE FROM " + table.tableName() + " WHERE batch = ?";
            Statements.change(connection, rows, batch);
          }
          return Statements.change(connection, "DELETE FROM batch WHERE name = ?", batch);
        });
  }

  /**
   * Takes a student out of a batch and puts that on record in its lineage, in one transaction.
   *
   * @param student the name that the student has in it
   * @return number of rows removed
   */
  public long forget(BatchLineage batch, String student, Instant now) throws IOException {
    return statements.transact(
        connection -> {
          List<Object> proofs = new ArrayList<>();
          long removed = 0;
          for (Table table : OF_STUDENTS) {
            long before = count(connection, table, batch.name());
            String delete = "DELETE FROM " + table.tableName() + " WHERE batch = ? AND student = ?";
            int rows = Statements.change(connection, delete, batch.name(), student);
            if (rows > 0) {
              proofs.add(BatchLineage.proof(table.tableName(), now, before, before - rows));
            }
            removed += rows;
          }
          String lineage = batch.withForgotten(proofs).toJson();
          String update = "UPDATE batch SET lineage = ? WHERE name = ?";
          Statements.change(connection, update, lineage, batch.name());
          return removed;
        });
  }

  @Override
  public void close() {
    statements.close();
  }
}
