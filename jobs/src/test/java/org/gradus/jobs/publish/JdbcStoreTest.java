package org.gradus.jobs.publish;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.JdbcOutputFormat;
import org.gradus.io.jdbc.VersionTable;
import org.gradus.model.knowledge.ExerciseParameters;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A store in the embedded database; {@link PostgresStoreTest} does the same with PostgreSQL. */
public class JdbcStoreTest {
  private static final String NASTY = "Robert'); DROP TABLE parameters; --";

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
    try (var pool = new Database(url(), configuration()).pool(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder answer = new StringBuilder();
      while (rows.next()) {
        answer.append(rows.getString(1)).append('\n');
      }
      return answer.toString();
    }
  }

  @Test
  public void versionsComeIntoForceAndAreRolledBack() throws Exception {
    assertEquals(gradus.err(), 0, publish(0.25, "addition", NASTY));
    assertEquals("2\n", ask("SELECT count(*) FROM current_parameters WHERE theta[1] = 0.25"));
    assertEquals("1\n", ask("SELECT count(*) FROM parameters WHERE exercise LIKE 'Robert%'"));
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

  private static String line(String exercise) {
    return new ExerciseParameters(exercise, 10, 5, true, new double[] {1, 2}).toJson();
  }

  /** A task attempt that ends, or is cut off before its end. */
  private void attempt(Job job, int number, boolean ends) throws Exception {
    TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_" + number);
    TaskAttemptContext task = new TaskAttemptContextImpl(job.getConfiguration(), id);
    RecordWriter<LongWritable, Text> writer = new JdbcOutputFormat().getRecordWriter(task);
    writer.write(new LongWritable(0), new Text(line("a")));
    if (ends) {
      writer.write(new LongWritable(9), new Text(line(NASTY)));
    }
    writer.close(task);
  }

  @Test
  public void aTaskThatRunsTwiceWritesOnceAndTheJobCompletesTheVersion() throws Exception {
    Database database = new Database(url(), configuration());
    try (VersionTable table = new VersionTable(database)) {
      table.begin("v000001-000000000000", 1, "{}", "{}");
      Job job = Job.getInstance(configuration());
      JdbcOutputFormat.set(job, database, "v000001-000000000000", 2);
      TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_0");
      OutputCommitter committer =
          new JdbcOutputFormat()
              .getOutputCommitter(new TaskAttemptContextImpl(job.getConfiguration(), id));
      attempt(job, 0, false);
      IOException refusal = assertThrows(IOException.class, () -> committer.commitJob(job));
      assertTrue(refusal.getMessage(), refusal.getMessage().contains("has 1 exercises in"));
      attempt(job, 1, true);
      attempt(job, 2, true);
      assertArrayEquals(
          new Object[] {line("a"), line(NASTY)},
          table.parameters("v000001-000000000000").toArray());
      assertEquals(0, table.lineages().size());
      committer.commitJob(job);
      assertEquals(1, table.lineages().size());
    }
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
