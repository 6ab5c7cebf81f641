package org.gradus.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.OutputFormat;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.NullOutputFormat;
import org.gradus.io.settings.SettingsException;

/**
 * Writes rows into tables of a database. A task holds one connection and one transaction, which is
 * committed when the task ends; a row that is written again, by another attempt of the task, is the
 * same row. So neither tasks nor jobs need a commit of Hadoop's, and whoever submits the job says
 * afterwards that what it has written may be seen.
 */
public final class JdbcOutputFormat extends OutputFormat<NullWritable, Row> {
  /**
   * Lets the reducers of a job write into a database, no more of them at once than {@link
   * Database#WRITERS} allows.
   */
  public static void set(Job job, Database database) {
    job.setOutputFormatClass(JdbcOutputFormat.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Row.class);
    job.setNumReduceTasks(Database.WRITERS.get(job.getConfiguration()).intValue());
    job.setReduceSpeculativeExecution(false);
    database.describeTo(job.getConfiguration());
  }

  @Override
  public RecordWriter<NullWritable, Row> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    return new Writer(Database.of(context.getConfiguration()));
  }

  @Override
  public void checkOutputSpecs(JobContext context) {
    if (context.getConfiguration().get(Database.URL) == null) {
      throw new SettingsException("A job that writes into a database must name it.");
    }
  }

  @Override
  public OutputCommitter getOutputCommitter(TaskAttemptContext context) {
    return new NullOutputFormat<>().getOutputCommitter(context);
  }

  private static final class Writer extends RecordWriter<NullWritable, Row> {
    private final Database database;
    private final HikariDataSource pool;
    private final Connection connection;
    private final Map<Table, RowBatch> batches = new EnumMap<>(Table.class);
    private boolean failed;

    Writer(Database database) throws IOException {
      this.database = database;
      pool = database.pool(1);
      connection = database.run("write into", pool::getConnection);
    }

    @Override
    public void write(NullWritable none, Row row) throws IOException {
      failed = true;
      database.run("write into", () -> add(row));
      failed = false;
    }

    private Void add(Row row) throws SQLException {
      if (batches.isEmpty()) {
        connection.setAutoCommit(false);
      }
      if (!batches.containsKey(row.table())) {
        String upsert = database.upsert(row.table());
        batches.put(row.table(), new RowBatch(connection.prepareStatement(upsert)));
      }
      batches.get(row.table()).add(row);
      return null;
    }

    /** Commits. Hadoop calls it after a failure, too; what has been sent is then rolled back. */
    @Override
    public void close(TaskAttemptContext context) throws IOException {
      try (pool;
          connection) {
        if (!failed && !batches.isEmpty()) {
          commit();
        }
      } catch (SQLException e) {
        throw database.failure("write into", e);
      }
    }

    private void commit() throws SQLException {
      for (RowBatch batch : batches.values()) {
        batch.send();
      }
      connection.commit();
    }
  }
}
