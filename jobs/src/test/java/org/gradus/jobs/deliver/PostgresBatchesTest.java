package org.gradus.jobs.deliver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.AfterClass;
import org.junit.Assume;
import org.junit.Before;
import org.junit.BeforeClass;

/**
 * The same with a real PostgreSQL, which is started for it where its binaries run (Linux, x86-64).
 */
public class PostgresBatchesTest extends JdbcBatchesTest {
  private static final EmbeddedPostgres[] SERVER = {null};

  @BeforeClass
  public static void start() {
    try {
      SERVER[0] = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException e) {
      Assume.assumeNoException("PostgreSQL cannot be started here: " + e.getMessage(), e);
    }
  }

  @AfterClass
  public static void stop() throws IOException {
    if (SERVER[0] != null) {
      SERVER[0].close();
    }
  }

  @Before
  public void startAnew() throws Exception {
    try (Connection connection = SERVER[0].getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS gradus CASCADE");
    }
  }

  @Override
  String url() {
    return "jdbc:postgresql://localhost:" + SERVER[0].getPort() + "/postgres";
  }

  @Override
  String user() {
    return "postgres";
  }
}
