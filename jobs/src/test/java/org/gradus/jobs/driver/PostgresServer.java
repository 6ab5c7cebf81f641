package org.gradus.jobs.driver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.Assume;
import org.junit.rules.ExternalResource;

/**
 * A real PostgreSQL, which is started for the tests of a class where its binaries run (Linux,
 * x86-64); elsewhere they are left out.
 */
public final class PostgresServer extends ExternalResource {
  /** Name of its user. */
  public static final String USER = "postgres";

  private EmbeddedPostgres server;

  @Override
  protected void before() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException e) {
      Assume.assumeNoException("PostgreSQL cannot be started here: " + e.getMessage(), e);
    }
  }

  @Override
  protected void after() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** URL of its database. */
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  /** Removes all that a store has made in it. */
  public void clear() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS gradus CASCADE");
    }
  }
}
