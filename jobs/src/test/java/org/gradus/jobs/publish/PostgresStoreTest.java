package org.gradus.jobs.publish;

import java.sql.SQLException;
import org.gradus.jobs.driver.PostgresServer;
import org.junit.Before;
import org.junit.ClassRule;

/** The same with a real PostgreSQL. */
public class PostgresStoreTest extends JdbcStoreTest {
  @ClassRule public static final PostgresServer SERVER = new PostgresServer();

  @Before
  public void startAnew() throws SQLException {
    SERVER.clear();
  }

  @Override
  String url() {
    return SERVER.url();
  }

  @Override
  String user() {
    return PostgresServer.USER;
  }
}
