package org.gradus.io.jdbc;

import org.gradus.io.settings.SettingsException;

/** What the databases do not say in the same words. */
enum Dialect {
  POSTGRESQL(
      "jdbc:postgresql:",
      "",
      "INSERT INTO parameters"
          + " (version, exercise, position, attempts, corrects, fitted, theta, line)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (version, exercise) DO UPDATE SET position = EXCLUDED.position,"
          + " attempts = EXCLUDED.attempts, corrects = EXCLUDED.corrects,"
          + " fitted = EXCLUDED.fitted, theta = EXCLUDED.theta, line = EXCLUDED.line"),
  H2(
      "jdbc:h2:",
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=0",
      "MERGE INTO parameters"
          + " (version, exercise, position, attempts, corrects, fitted, theta, line)"
          + " KEY (version, exercise) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  private final String start;
  private final String options;
  private final String upsert;

  Dialect(String start, String options, String upsert) {
    this.start = start;
    this.options = options;
    this.upsert = upsert;
  }

  /**
   * The dialect of a URL.
   *
   * @throws SettingsException when it is of another database
   */
  static Dialect of(String url) {
    for (Dialect dialect : values()) {
      if (url.startsWith(dialect.start)) {
        return dialect;
      }
    }
    throw new SettingsException(
        "Store '" + url + "' must start with jdbc:postgresql: or jdbc:h2: to be a database.");
  }

  /** The URL with the options that the schema relies on. */
  String complete(String url) {
    return url + options;
  }

  /** Inserts a row of parameters, or writes it again. */
  String upsert() {
    return upsert;
  }
}
