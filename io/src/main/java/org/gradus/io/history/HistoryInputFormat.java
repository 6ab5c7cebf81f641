package org.gradus.io.history;

import org.apache.parquet.hadoop.ParquetInputFormat;
import org.gradus.model.attempt.StudentHistory;

/** Input of every job over histories: key {@code Void} (null), value one student's history. */
public final class HistoryInputFormat extends ParquetInputFormat<StudentHistory> {
  /** Creates the format; Hadoop does so by reflection. */
  public HistoryInputFormat() {
    super(HistoryReadSupport.class);
  }
}
