package org.gradus.jobs.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.JdbcOutputFormat;
import org.gradus.io.jdbc.Row;
import org.gradus.io.jdbc.Table;
import org.gradus.io.jdbc.VersionTable;
import org.gradus.jobs.driver.StoredRows;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A store in the embedded database; {@link PostgresStoreTest} does the same with PostgreSQL. */
public class JdbcStoreTest {
  private static final String VERSION = "v000001-000000000000";
  private static final String NASTY = "Robert'); DROP TABLE parameters; --";

  private static final Row UNKNOWN =
      new Row(Table.SPREAD, "v000009-000000000000", "x", 7L, "line of x");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final CommandLine gradus = new CommandLine();

  /** URL of an empty database. */
  String url() throws Exception {
    return "jdbc:h2:" + folder.getRoot() + "/store";
  }

  String user() {
    return "";
  }

  private Configuration configuration() {
    Configuration configuration = new Configuration();
    Database.USER.set(configuration, user());
    return configuration;
  }

  private int publish(double logit, String... exercises) throws Exception {
    TrainedWork work = new TrainedWork(new File(folder.getRoot(), "work"));
    String place = work.logit(logit).exercises(exercises).write();
    return run("publish", "--work", place, "--store");
  }

  private int run(String... arguments) throws Exception {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = url();
    all[arguments.length + 1] = "-Dgradus.jdbc.user=" + user();
    return gradus.run(all);
  }

  private String ask(String sql) throws Exception {
    return StoredRows.of(new Database(url(), configuration()), sql);
  }

  @Test
  public void versionsComeIntoForceAndAreRolledBack() throws Exception {
    assertEquals(gradus.err(), 0, publish(0.25, "addition", NASTY));
    assertEquals("2\n", ask("SELECT count(*) FROM current_parameters WHERE theta[1] = 0.25"));
    assertEquals("1\n", ask("SELECT count(*) FROM parameters WHERE exercise LIKE 'Robert%'"));
    assertEquals("2\n", ask("SELECT count(*) FROM spread WHERE line LIKE '%factor%'"));
    assertEquals(0, publish(0.25, "addition", NASTY));
    assertTrue(gradus.out(), gradus.out().contains("is this model, and in force"));
    assertEquals(gradus.err(), 0, publish(0.5, "addition", NASTY));
    assertEquals("2\n", ask("SELECT count(*) FROM current_parameters WHERE theta[1] = 0.5"));
    assertEquals(4, publish(0.75, "addition"));
    assertEquals(gradus.err(), 0, run("rollback", "--store"));
    assertEquals("2\n", ask("SELECT count(*) FROM current_parameters WHERE theta[1] = 0.25"));
    assertEquals(gradus.err(), 0, run("versions", "--store"));
    assertTrue(gradus.out(), gradus.out().contains("  rolled back  "));
    assertEquals("2\n", ask("SELECT count(*) FROM version"));
  }

  private static Row row(String exercise) {
    double[] theta = {1, 2};
    String line = "line of " + exercise;
    return new Row(Table.PARAMETERS, VERSION, exercise, 7L, 10L, 5L, true, theta, line);
  }

  /** A task attempt that ends, or is cut off before its end. */
  private void attempt(Job job, int number, boolean ends) throws Exception {
    TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_" + number);
    TaskAttemptContext task = new TaskAttemptContextImpl(job.getConfiguration(), id);
    RecordWriter<NullWritable, Row> writer = new JdbcOutputFormat().getRecordWriter(task);
    writer.write(NullWritable.get(), row("a"));
    if (ends) {
      writer.write(NullWritable.get(), row(NASTY));
    }
    writer.close(task);
  }

  private Job job() throws Exception {
    Job job = Job.getInstance(configuration());
    JdbcOutputFormat.set(job, new Database(url(), configuration()));
    return job;
  }

  @Test
  public void aTaskThatRunsTwiceWritesOnceAndNobodySeesItBeforeTheVersionIsComplete()
      throws Exception {
    try (VersionTable table = new VersionTable(new Database(url(), configuration()))) {
      table.begin(VERSION, 1, "{}", "{}");
      attempt(job(), 0, false);
      assertEquals("1\n", ask("SELECT count(*) FROM parameters"));
      attempt(job(), 1, true);
      attempt(job(), 2, true);
      assertEquals(2, table.lines(Table.PARAMETERS, VERSION).size());
      assertEquals("5\n5\n", ask("SELECT corrects FROM parameters"));
      assertEquals(0, table.lineages().size());
      table.complete(VERSION);
      assertEquals(1, table.lineages().size());
    }
  }

  @Test
  public void aFailedTaskSaysWhyAndLeavesNothing() throws Exception {
    try (VersionTable table = new VersionTable(new Database(url(), configuration()))) {
      TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_0");
      TaskAttemptContext task = new TaskAttemptContextImpl(job().getConfiguration(), id);
      RecordWriter<NullWritable, Row> writer = new JdbcOutputFormat().getRecordWriter(task);
      IOException failure =
          assertThrows(
              IOException.class,
              () -> {
                for (int i = 0; i < 500; i++) {
                  writer.write(NullWritable.get(), row("exercise " + i));
                }
              });
      writer.close(task);
      assertTrue(failure.getMessage(), failure.getMessage().startsWith("Could not write into"));
      assertFalse(failure.getMessage(), failure.getMessage().contains("line of"));
      assertEquals(0, table.lines(Table.PARAMETERS, VERSION).size());
    }
  }

  /** More rows than are sent at once. */
  @Test
  public void rowsOfATaskAreSeenAtItsEndAndNoneOfOneThatFailsLate() throws Exception {
    try (VersionTable table = new VersionTable(new Database(url(), configuration()))) {
      table.begin(VERSION, 1, "{}", "{}");
      TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_0");
      TaskAttemptContext task = new TaskAttemptContextImpl(job().getConfiguration(), id);
      RecordWriter<NullWritable, Row> failing = new JdbcOutputFormat().getRecordWriter(task);
      writeMany(failing, 600);
      failing.write(NullWritable.get(), UNKNOWN);
      assertEquals("0\n", ask("SELECT count(*) FROM parameters"));
      assertThrows(IOException.class, () -> failing.close(task));
      assertEquals("0\n", ask("SELECT count(*) FROM parameters"));
      RecordWriter<NullWritable, Row> refused = new JdbcOutputFormat().getRecordWriter(task);
      writeMany(refused, 600);
      assertThrows(
          IOException.class,
          () -> {
            for (int i = 0; i < 500; i++) {
              refused.write(NullWritable.get(), UNKNOWN);
            }
          });
      refused.close(task);
      assertEquals("0\n", ask("SELECT count(*) FROM parameters"));
      RecordWriter<NullWritable, Row> whole = new JdbcOutputFormat().getRecordWriter(task);
      writeMany(whole, 600);
      whole.close(task);
      assertEquals("600\n", ask("SELECT count(*) FROM parameters"));
    }
  }

  private static void writeMany(RecordWriter<NullWritable, Row> writer, int rows) throws Exception {
    for (int i = 0; i < rows; i++) {
      writer.write(NullWritable.get(), row("exercise " + i));
    }
  }

  @Test
  public void aJobHasNoMoreWritersThanConnections() throws Exception {
    Job job = job();
    assertEquals(2, job.getNumReduceTasks());
    assertFalse(job.getConfiguration().getBoolean("mapreduce.reduce.speculative", true));
  }

  @Test
  public void onePublisherAtATime() throws Exception {
    Database database = new Database(url(), configuration());
    try (VersionTable first = new VersionTable(database);
        VersionTable second = new VersionTable(database)) {
      try (Closeable lock = first.lock()) {
        IOException refusal = assertThrows(lock.toString(), IOException.class, second::lock);
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("by another publisher"));
      }
      second.lock().close();
    }
  }

  @Test
  public void whatAKilledPublisherHasLeftIsRemoved() throws Exception {
    assertEquals(gradus.err(), 0, publish(0.25, "addition"));
    try (VersionTable table = new VersionTable(new Database(url(), configuration()))) {
      table.begin("v000002-000000000000", 2, "{}", "{}");
    }
    assertEquals(gradus.err(), 0, publish(0.5, "addition"));
    assertEquals("2\n", ask("SELECT count(*) FROM version"));
  }

  @Test
  public void aSecretInTheUrlOrAWrongSchemaIsRefused() throws Exception {
    assertEquals(2, gradus.run("versions", "--store", "jdbc:postgresql://h/d?password=x"));
    assertEquals(2, gradus.run("versions", "--store", "jdbc:postgresql://me:x@h/d"));
    assertEquals(2, gradus.run("versions", "--store", "jdbc:oracle:x"));
    assertEquals(2, run("versions", "-Dgradus.jdbc.schema=a;b", "--store"));
    assertTrue(gradus.err(), gradus.err().contains("gradus.jdbc.schema is 'a;b'"));
  }
}
