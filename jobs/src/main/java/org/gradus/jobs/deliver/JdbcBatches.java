package org.gradus.jobs.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.parquet.hadoop.example.ExampleInputFormat;
import org.gradus.io.jdbc.BatchTable;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.JdbcOutputFormat;
import org.gradus.io.jdbc.Row;
import org.gradus.io.jdbc.Table;
import org.gradus.io.store.BatchLineage;
import org.gradus.jobs.driver.CommandContext;

/** Batches in a database, into which the tasks of a job write the rows of students. */
final class JdbcBatches implements BatchStore {
  private final CommandContext context;
  private final Database database;
  private final BatchTable table;

  /**
   * The batches of the store at a URL.
   *
   * @throws org.gradus.io.settings.SettingsException when the tasks of a cluster could not reach it
   * @throws IOException when the database cannot be reached
   */
  JdbcBatches(String url, CommandContext context) throws IOException {
    this.context = context;
    database = new Database(url, context.configuration());
    database.requireInReachOfTasks();
    table = new BatchTable(database);
  }

  @Override
  public Closeable open() throws IOException {
    return table.lock();
  }

  @Override
  public Optional<String> inForce() throws IOException {
    return table.inForce();
  }

  @Override
  public List<BatchLineage> batches() throws IOException {
    return table.batches();
  }

  @Override
  public void add(BatchLineage batch, Predictions predictions)
      throws IOException, InterruptedException {
    table.begin(batch);
    table.write(Table.CHALLENGE_THRESHOLD, thresholds(batch, predictions));
    Counters counters = context.run(job(batch, predictions));
    check(batch, Table.STUDENT_STATE, value(counters, DeliverCounter.STUDENTS_READ));
    check(batch, Table.NEXT_EXERCISE, value(counters, DeliverCounter.EXERCISES_READ));
    table.complete(batch.name());
  }

  private static List<Row> thresholds(BatchLineage batch, Predictions predictions)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Map<String, Object> line : predictions.thresholds()) {
      rows.add(
          new Row(
              Table.CHALLENGE_THRESHOLD,
              batch.name(),
              line.get("exercise"),
              line.get("threshold"),
              line.get("firstAttempts")));
    }
    return rows;
  }

  private Job job(BatchLineage batch, Predictions predictions) throws IOException {
    Job job = context.newJob("deliver: " + batch.name());
    job.getConfiguration().set(DeliverReducer.BATCH, batch.name());
    job.setInputFormatClass(ExampleInputFormat.class);
    for (Path file : predictions.records()) {
      FileInputFormat.addInputPath(job, file);
    }
    job.setMapperClass(DeliverMapper.class);
    job.setMapOutputKeyClass(Text.class);
    job.setMapOutputValueClass(PredictionWritable.class);
    job.setReducerClass(DeliverReducer.class);
    JdbcOutputFormat.set(job, database);
    return job;
  }

  private static long value(Counters counters, DeliverCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  private void check(BatchLineage batch, Table rows, long expected) throws IOException {
    long written = table.count(rows, batch.name());
    if (written != expected) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "Batch %s in %s has %,d rows of %s but %,d were read; it is not put in force, start"
                  + " the same command again.",
              batch.name(),
              database,
              written,
              rows,
              expected));
    }
  }

  @Override
  public void point(BatchLineage batch) throws IOException {
    table.point(batch);
  }

  @Override
  public void remove(String batch) throws IOException {
    table.remove(batch);
  }

  @Override
  public void close() {
    table.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
