package org.gradus.io.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.gradus.model.knowledge.ExerciseParameters;

/** Lines of {@code parameters.jsonl} on their way into a table, in batches. */
final class ParameterRows {
  private static final int BATCH = 500;

  private final PreparedStatement upsert;
  private final Connection connection;
  private final String version;
  private int waiting;

  ParameterRows(PreparedStatement upsert, String version) throws SQLException {
    this.upsert = upsert;
    this.connection = upsert.getConnection();
    this.version = version;
  }

  /** Adds a line; returns how many are waiting to be sent. */
  int add(long position, String line) throws SQLException {
    ExerciseParameters exercise = ExerciseParameters.fromJson(line);
    Object[] theta = Arrays.stream(exercise.theta()).boxed().toArray();
    Array array = connection.createArrayOf("float8", theta);
    upsert.setString(1, version);
    upsert.setString(2, exercise.exercise());
    upsert.setLong(3, position);
    upsert.setLong(4, exercise.attempts());
    upsert.setLong(5, exercise.corrects());
    upsert.setBoolean(6, exercise.fitted());
    upsert.setArray(7, array);
    upsert.setString(8, line);
    upsert.addBatch();
    if (++waiting == BATCH) {
      finish();
    }
    return waiting;
  }

  /** Sends what is waiting. */
  void finish() throws SQLException {
    upsert.executeBatch();
    waiting = 0;
  }
}
