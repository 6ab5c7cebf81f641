package org.gradus.io.jdbc;

import java.util.List;

/** A table that tasks write: its columns, of which the first ones are the primary key. */
public enum Table {
  /** Lines of {@code parameters.jsonl}, with what applications ask for in columns. */
  PARAMETERS(2, "version exercise position attempts corrects fitted theta line"),

  /** Lines of {@code spread.jsonl}. */
  SPREAD(2, "version exercise position line"),

  /** A student's state in a batch of predictions. */
  STUDENT_STATE(2, "batch student attempts state"),

  /** What a student is to do next: recommended exercises and challenge cards. */
  NEXT_EXERCISE(4, "batch student kind place exercise probability"),

  /** P(correct) from which an exercise is a challenge card. */
  CHALLENGE_THRESHOLD(2, "batch exercise threshold first_attempts");

  private final int keys;
  private final String columns;

  Table(int keys, String columns) {
    this.keys = keys;
    this.columns = columns;
  }

  String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  List<String> columns() {
    return List.of(columns.split(" ", -1));
  }

  /** Columns of the primary key. */
  List<String> keys() {
    return columns().subList(0, keys);
  }

  /** The other columns. */
  List<String> others() {
    return columns().subList(keys, columns().size());
  }
}
