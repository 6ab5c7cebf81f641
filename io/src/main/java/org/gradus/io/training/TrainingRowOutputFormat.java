package org.gradus.io.training;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.parquet.hadoop.ParquetOutputFormat;

/**
 * Output of training rows: key {@code Void} (null), value one row. Unless Parquet's own settings
 * say otherwise, files are ZSTD compressed with row groups of 32 MB.
 */
public final class TrainingRowOutputFormat extends ParquetOutputFormat<TrainingRow> {
  private OutputCommitter committer;

  /** Creates the format; Hadoop does so by reflection. */
  public TrainingRowOutputFormat() {
    super(new TrainingRowWriteSupport());
  }

  @Override
  public RecordWriter<Void, TrainingRow> getRecordWriter(TaskAttemptContext context)
      throws IOException, InterruptedException {
    Configuration configuration = context.getConfiguration();
    configuration.setIfUnset(COMPRESSION, "ZSTD");
    configuration.setIfUnset(BLOCK_SIZE, Integer.toString(32 << 20));
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
}
