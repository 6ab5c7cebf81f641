package org.gradus.io.history;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.gradus.model.attempt.StudentHistory;

/**
 * Output of histories: key {@code Void} (null), value one student's history. Unless Parquet's own
 * settings say otherwise, files are ZSTD compressed with row groups of 32 MB, which a task with 512
 * MB of memory can write. No summary files are written.
 */
public final class HistoryOutputFormat extends ParquetOutputFormat<StudentHistory> {
  private OutputCommitter committer;

  /** Creates the format; Hadoop does so by reflection. */
  public HistoryOutputFormat() {
    super(new HistoryWriteSupport());
  }

  @Override
  public RecordWriter<Void, StudentHistory> getRecordWriter(TaskAttemptContext context)
      throws IOException, InterruptedException {
    setDefaults(context.getConfiguration());
    return super.getRecordWriter(context);
  }

  @Override
  public synchronized OutputCommitter getOutputCommitter(TaskAttemptContext context)
      throws IOException {
    if (committer == null) {
      committer = PathOutputCommitterFactory.createCommitter(getOutputPath(context), context);
    }
    return committer;
  }

  /**
   * Sets Parquet's settings for histories where they are not set. The size of a row group is looked
   * at after every few records because one record may be very long.
   */
  static void setDefaults(Configuration configuration) {
    configuration.setIfUnset(COMPRESSION, "ZSTD");
    configuration.setIfUnset(BLOCK_SIZE, Integer.toString(32 * 1024 * 1024));
    configuration.setIfUnset(MIN_ROW_COUNT_FOR_PAGE_SIZE_CHECK, "1");
    configuration.setIfUnset(MAX_ROW_COUNT_FOR_PAGE_SIZE_CHECK, "8");
  }
}
