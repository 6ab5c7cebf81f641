package org.gradus.io.training;

import org.gradus.io.parquet.TaskParquetOutputFormat;

/** Output of training rows: key {@code Void} (null), value one row. */
public final class TrainingRowOutputFormat extends TaskParquetOutputFormat<TrainingRow> {
  /** Creates the format; Hadoop does so by reflection. */
  public TrainingRowOutputFormat() {
    super(new TrainingRowWriteSupport());
  }
}
