package org.gradus.io.history;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.io.parquet.TaskParquetOutputFormat;
import org.gradus.model.attempt.StudentHistory;

/** Output of histories: key {@code Void} (null), value one student's history. */
public final class HistoryOutputFormat extends TaskParquetOutputFormat<StudentHistory> {
  /** Creates the format; Hadoop does so by reflection. */
  public HistoryOutputFormat() {
    super(new HistoryWriteSupport());
  }

  @Override
  public RecordWriter<Void, StudentHistory> getRecordWriter(TaskAttemptContext context)
      throws IOException, InterruptedException {
    applyDefaults(context.getConfiguration());
    return super.getRecordWriter(context);
  }

  /** Sets Parquet's settings for histories, which may be very long, where they are not set. */
  static void applyDefaults(Configuration configuration) {
    setDefaults(configuration);
    checkOften(configuration);
  }
}
