package org.gradus.io.parquet;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.api.WriteSupport;

/**
 * Parquet files written by the tasks of a job: key {@code Void} (null), value one record. Unless
 * Parquet's own settings say otherwise, files are ZSTD compressed with row groups of 32 MB, which a
 * task with 512 MB of memory can write. No summary files are written; the committer is the one that
 * the file system wants.
 *
 * @param <T> type of the records
 */
public abstract class TaskParquetOutputFormat<T> extends ParquetOutputFormat<T> {
  private static final int ROW_GROUP_BYTES = 32 << 20;

  private OutputCommitter committer;

  /** An output of the records that {@code support} writes. */
  protected TaskParquetOutputFormat(WriteSupport<T> support) {
    super(support);
  }

  @Override
  public RecordWriter<Void, T> getRecordWriter(TaskAttemptContext context)
      throws IOException, InterruptedException {
    setDefaults(context.getConfiguration());
    return super.getRecordWriter(context);
  }

  @Override
  public final synchronized OutputCommitter getOutputCommitter(TaskAttemptContext context)
      throws IOException {
    if (committer == null) {
      committer = PathOutputCommitterFactory.createCommitter(getOutputPath(context), context);
    }
    return committer;
  }

  /** Sets compression and size of row groups where they are not set. */
  protected static void setDefaults(Configuration configuration) {
    configuration.setIfUnset(COMPRESSION, "ZSTD");
    configuration.setIfUnset(BLOCK_SIZE, Integer.toString(ROW_GROUP_BYTES));
  }

  /**
   * Makes the size of a row group be looked at after every few records, where single records may be
   * very long.
   */
  protected static void checkOften(Configuration configuration) {
    configuration.setIfUnset(MIN_ROW_COUNT_FOR_PAGE_SIZE_CHECK, "1");
    configuration.setIfUnset(MAX_ROW_COUNT_FOR_PAGE_SIZE_CHECK, "8");
  }
}
