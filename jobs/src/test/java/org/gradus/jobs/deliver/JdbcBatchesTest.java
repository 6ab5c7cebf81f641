package org.gradus.jobs.deliver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.gradus.io.jdbc.BatchTable;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.JdbcOutputFormat;
import org.gradus.io.jdbc.Row;
import org.gradus.io.jdbc.Table;
import org.gradus.io.store.BatchLineage;
import org.gradus.jobs.driver.StoredRows;
import org.gradus.model.knowledge.VersionName;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Predictions in the embedded database; {@link PostgresBatchesTest} does the same with PostgreSQL.
 */
public class JdbcBatchesTest {
  @ClassRule public static final TemporaryFolder SHARED = new TemporaryFolder();

  private static final BatchLineage BATCH =
      BatchLineage.of(7, VersionName.of(1, "0".repeat(12)), "a".repeat(64), Map.of());

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Classroom gradus = new Classroom();

  @BeforeClass
  public static void predict() throws IOException {
    new Classroom().work(SHARED.getRoot(), 5);
    new Classroom().work(SHARED.getRoot(), 7);
  }

  /** URL of an empty database. */
  String url() {
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

  private int run(String command, int modulus, String... more) {
    String work = new File(SHARED.getRoot(), "work" + modulus).getPath();
    Stream<String> all = Stream.of(command, "--work", work, "--store", url());
    Stream<String> rest = Stream.concat(Stream.of("-Dgradus.jdbc.user=" + user()), Stream.of(more));
    return gradus.gradus(Stream.concat(all, rest).toArray(String[]::new));
  }

  private String ask(String sql) throws Exception {
    return StoredRows.of(new Database(url(), configuration()), sql);
  }

  @Test
  public void predictionsComeIntoForceAndOldOnesGo() throws Exception {
    assertEquals(gradus.said(), 0, run("publish", 5, "--force", "small"));
    assertEquals(gradus.said(), 0, run("deliver", 5));
    assertEquals("12\n", ask("SELECT count(*) FROM current_predictions WHERE attempts = 20"));
    assertEquals("12\n", ask("SELECT count(*) FROM current_predictions WHERE length(state) > 20"));
    assertEquals(
        "1\n2\n3\n",
        ask("SELECT place FROM current_recommendations WHERE student = 'ann' ORDER BY place"));
    assertEquals("3\n", ask("SELECT count(*) FROM current_thresholds"));
    assertNotEquals("0\n", ask("SELECT count(*) FROM current_challenges"));
    assertEquals(
        ask("SELECT count(*) FROM next_exercise WHERE kind = 'challenge'"),
        ask("SELECT count(*) FROM current_challenges"));
    assertEquals(0, run("deliver", 5));
    assertTrue(gradus.said(), gradus.said().contains("in force already"));
    assertEquals(4, run("deliver", 7));
    assertEquals(gradus.said(), 0, run("publish", 7, "--force", "small"));
    assertEquals(gradus.said(), 0, run("deliver", 7, "-Dgradus.deliver.batches-kept=1"));
    assertEquals("12\n", ask("SELECT count(*) FROM student_state"));
    assertEquals("1\n", ask("SELECT count(DISTINCT batch) FROM next_exercise"));
    requirePredictionsOfTheVersionInForce();
  }

  private void requirePredictionsOfTheVersionInForce() throws Exception {
    assertEquals(
        ask("SELECT version FROM in_force"),
        ask("SELECT DISTINCT version FROM current_predictions"));
  }

  @Test
  public void aRollbackBringsThePredictionsOfItsVersionBack() throws Exception {
    for (int modulus : new int[] {5, 7}) {
      assertEquals(gradus.said(), 0, run("publish", modulus, "--force", "small"));
      assertEquals(gradus.said(), 0, run("deliver", modulus));
    }
    gradus.run("rollback", "--store", url(), "-Dgradus.jdbc.user=" + user());
    assertTrue(gradus.said(), gradus.said().contains("b000001-"));
    requirePredictionsOfTheVersionInForce();
    assertEquals(
        "12\n", ask("SELECT count(*) FROM current_predictions WHERE batch LIKE 'b000001-%'"));
  }

  private static Row state(String student) {
    return new Row(Table.STUDENT_STATE, BATCH.name(), student, 3L, new byte[] {1, 2});
  }

  private static Row next(String student) {
    return new Row(Table.NEXT_EXERCISE, BATCH.name(), student, "challenge", 1L, "sums", 0.5);
  }

  private void attempt(Job job, int number) throws Exception {
    TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_" + number);
    TaskAttemptContext task = new TaskAttemptContextImpl(job.getConfiguration(), id);
    RecordWriter<NullWritable, Row> writer = new JdbcOutputFormat().getRecordWriter(task);
    for (String student : new String[] {"ann", "bob"}) {
      writer.write(NullWritable.get(), state(student));
      writer.write(NullWritable.get(), next(student));
    }
    writer.close(task);
  }

  private Job job() throws Exception {
    Job job = Job.getInstance(configuration());
    JdbcOutputFormat.set(job, new Database(url(), configuration()));
    return job;
  }

  @Test
  public void aTaskThatRunsTwiceWritesOnceAndWhatAKilledDeliveryHasLeftIsRemoved()
      throws Exception {
    try (BatchTable table = new BatchTable(new Database(url(), configuration()))) {
      table.begin(BATCH);
      attempt(job(), 0);
      attempt(job(), 1);
      assertEquals(2, table.count(Table.STUDENT_STATE, BATCH.name()));
      assertEquals(2, table.count(Table.NEXT_EXERCISE, BATCH.name()));
      assertEquals(0, table.batches().size());
      table.lock().close();
      assertEquals("0\n", ask("SELECT count(*) FROM batch"));
      assertEquals("0\n", ask("SELECT count(*) FROM student_state"));
      attempt(job(), 2);
      table.lock().close();
      assertEquals("0\n", ask("SELECT count(*) FROM next_exercise"));
    }
  }

  @Test
  public void aStudentIsForgottenWithAProof() throws Exception {
    try (BatchTable table = new BatchTable(new Database(url(), configuration()))) {
      table.begin(BATCH);
      attempt(job(), 0);
      table.complete(BATCH.name());
      table.point(BATCH);
      List<BatchLineage> batches = table.batches();
      assertEquals(2, table.forget(batches.get(0), "ann", Instant.EPOCH));
      assertEquals("bob\n", ask("SELECT student FROM current_predictions"));
      assertEquals("bob\n", ask("SELECT student FROM current_challenges"));
      String proven = table.batches().get(0).toJson();
      assertTrue(proven, proven.contains("\"table\": \"student_state\""));
      assertTrue(proven, proven.contains("\"recordsAfter\": 1"));
      assertEquals(0, table.forget(table.batches().get(0), "ann", Instant.EPOCH));
      assertEquals(proven, table.batches().get(0).toJson());
    }
  }
}
