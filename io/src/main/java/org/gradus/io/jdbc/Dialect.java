package org.gradus.io.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import org.gradus.io.settings.SettingsException;

/** What the databases do not say in the same words. */
enum Dialect {
  POSTGRESQL("jdbc:postgresql:", "") {
    @Override
    String upsert(Table table) {
      String news =
          table.others().stream()
              .map(column -> column + " = EXCLUDED." + column)
              .collect(Collectors.joining(", "));
      return String.format(
          "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
          table.tableName(), list(table.columns()), marks(table), list(table.keys()), news);
    }
  },
  H2("jdbc:h2:", ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=0") {
    @Override
    String upsert(Table table) {
      return String.format(
          "MERGE INTO %s (%s) KEY (%s) VALUES (%s)",
          table.tableName(), list(table.columns()), list(table.keys()), marks(table));
    }
  };

  private final String start;
  private final String options;

  Dialect(String start, String options) {
    this.start = start;
    this.options = options;
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

  /** Inserts a row, or writes it again. */
  abstract String upsert(Table table);

  private static String list(List<String> columns) {
    return String.join(", ", columns);
  }

  private static String marks(Table table) {
    return table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
  }
}
