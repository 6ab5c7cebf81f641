package org.gradus.io.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;

/** Settings of a database, and connections to it. */
public final class Database {
  /** Who connects. */
  public static final Key<String> USER =
      Key.text("gradus.jdbc.user", "", "User of the database that the store is in.");

  /** How that user is known. */
  public static final Key<String> PASSWORD =
      Key.secret("gradus.jdbc.password", "Password of the database that the store is in.");

  /** Namespace of the tables. */
  public static final Key<String> SCHEMA =
      Key.text(
          "gradus.jdbc.schema",
          "gradus",
          "Schema of the database that the tables are in, made when it is not there: a lower-case"
              + " letter, then up to 62 lower-case letters, digits and underscores.");

  /** Bound on the connections of a job. */
  public static final Key<Long> WRITERS =
      Key.whole(
          "gradus.jdbc.writers",
          2,
          1,
          64,
          "Tasks that write into the database at once, each with one connection.");

  /** Where it is; set by the store. */
  static final String URL = "gradus.internal.jdbc.url";

  private static final String START = "jdbc:";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern SECRET_INSIDE = Pattern.compile("password=|//[^/@]*:[^/@]*@");
  private static final String MIGRATIONS = "classpath:org/gradus/io/jdbc/migrations";

  private final Configuration configuration;
  private final String url;
  private final Dialect dialect;

  /**
   * The database at a URL.
   *
   * @throws SettingsException when the URL, or the schema's name, cannot be used
   */
  public Database(String url, Configuration configuration) {
    if (SECRET_INSIDE.matcher(url.toLowerCase(Locale.ROOT)).find()) {
      throw new SettingsException(
          "The URL of the store has a password in it, which others could read: leave it out, and"
              + " store it with 'hadoop credential create "
              + PASSWORD.name()
              + "', or in the environment.");
    }
    if (!NAME.matcher(SCHEMA.get(configuration)).matches()) {
      throw new SettingsException(
          SCHEMA.name() + " is '" + SCHEMA.get(configuration) + "', which is no name of a schema.");
    }
    this.url = url;
    this.configuration = configuration;
    this.dialect = Dialect.of(url);
  }

  /** Whether a place is a database, and no folder. */
  public static boolean is(String place) {
    return place.startsWith(START);
  }

  /** The settings. */
  public static List<Key<?>> keys() {
    return List.of(USER, PASSWORD, SCHEMA, WRITERS);
  }

  /**
   * Makes sure that the tasks of a job can reach it.
   *
   * @throws SettingsException when only this process can, and tasks run elsewhere
   */
  public void requireInReachOfTasks() {
    boolean embedded = dialect == Dialect.H2 && !url.startsWith("jdbc:h2:tcp:");
    if (embedded && !configuration.get(MRConfig.FRAMEWORK_NAME, "local").equals("local")) {
      throw new SettingsException(
          "Store "
              + url
              + " is embedded in this process, where the tasks of a cluster do not reach it; name a"
              + " PostgreSQL database with --store, or do this in local mode.");
    }
  }

  /** Inserts a row, or writes it again. */
  String upsert(Table table) {
    return dialect.upsert(table);
  }

  /** Lets tasks know the database. */
  void describeTo(Configuration job) {
    job.set(URL, url);
  }

  /** The database that a task is to write to. */
  static Database of(Configuration job) {
    return new Database(job.get(URL), job);
  }

  /**
   * A pool of connections; each is at the schema and commits by itself.
   *
   * @throws IOException when the database cannot be reached
   */
  public HikariDataSource pool(int connections) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(dialect.complete(url));
    config.setUsername(USER.get(configuration));
    config.setPassword(PASSWORD.get(configuration));
    config.setSchema(SCHEMA.get(configuration));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setPoolName("gradus");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw failure("reach", e);
    }
  }

  /**
   * Makes the schema, or brings it up to this version of the program.
   *
   * @throws IOException when that fails
   */
  public void migrate() throws IOException {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(dialect.complete(url), USER.get(configuration), PASSWORD.get(configuration))
          .defaultSchema(SCHEMA.get(configuration))
          .createSchemas(true)
          .locations(MIGRATIONS)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw failure("make or upgrade the tables in", e);
    }
  }

  /** A failure in one sentence, with the innermost reason: the others repeat it, with values. */
  public IOException failure(String verb, Exception cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String reason = String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
    return new IOException("Could not " + verb + " the store " + url + ": " + reason, cause);
  }

  /** Something that is done with a database. */
  public interface Work<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /**
   * Does something with the database.
   *
   * @param verb what, to go on with the name of the store
   * @throws IOException when it fails, in one sentence
   */
  public <T> T run(String verb, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw failure(verb, e);
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
