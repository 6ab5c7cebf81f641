package org.gradus.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.OutputFormat;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.io.settings.SettingsException;

/**
 * Writes lines of {@code parameters.jsonl} into the table of parameters, as part of a version that
 * is complete only when the job has been committed.
 */
public final class JdbcOutputFormat extends OutputFormat<LongWritable, Text> {
  static final String VERSION = "gradus.internal.jdbc.version";
  static final String ROWS = "gradus.internal.jdbc.rows";

  /**
   * Says what a job writes.
   *
   * @param version name of a version that is in the database, and not complete
   * @param rows how many rows it will have
   */
  public static void set(Job job, Database database, String version, long rows) {
    job.setOutputFormatClass(JdbcOutputFormat.class);
    job.getConfiguration().set(VERSION, version);
    job.getConfiguration().setLong(ROWS, rows);
    database.describeTo(job.getConfiguration());
  }

  @Override
  public RecordWriter<LongWritable, Text> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    Database database = Database.of(context.getConfiguration());
    return new Writer(database, context.getConfiguration().get(VERSION));
  }

  @Override
  public void checkOutputSpecs(JobContext context) {
    if (context.getConfiguration().get(VERSION) == null) {
      throw new SettingsException("A job that writes into a database must name a version.");
    }
  }

  @Override
  public OutputCommitter getOutputCommitter(TaskAttemptContext context) {
    return new JdbcOutputCommitter();
  }

  private static final class Writer extends RecordWriter<LongWritable, Text> {
    private final Database database;
    private final HikariDataSource pool;
    private final Connection connection;
    private final ParameterRows rows;

    Writer(Database database, String version) throws IOException {
      this.database = database;
      pool = database.pool(1);
      connection = database.run("write into", pool::getConnection);
      rows =
          database.run(
              "write into",
              () -> {
                connection.setAutoCommit(false);
                PreparedStatement statement = connection.prepareStatement(database.upsert());
                return new ParameterRows(statement, version);
              });
    }

    @Override
    public void write(LongWritable position, Text line) throws IOException {
      database.run("write into", () -> rows.add(position.get(), line.toString()));
    }

    @Override
    public void close(TaskAttemptContext context) throws IOException {
      try (pool;
          connection) {
        rows.finish();
        connection.commit();
      } catch (SQLException e) {
        throw database.failure("write into", e);
      }
    }
  }
}
