package org.gradus.io.prediction;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.io.parquet.TaskParquetOutputFormat;

/**
 * Output of predictions: key {@code Void} (null), value one student's. Each task writes a Parquet
 * file and, beside it, a CSV file of the same name with the lists of exercises; both appear when
 * the task has succeeded.
 */
public final class PredictionOutputFormat extends TaskParquetOutputFormat<StudentPrediction> {
  /** Creates the format; Hadoop does so by reflection. */
  public PredictionOutputFormat() {
    super(new PredictionWriteSupport());
  }

  @Override
  public RecordWriter<Void, StudentPrediction> getRecordWriter(TaskAttemptContext context)
      throws IOException, InterruptedException {
    Path text = getDefaultWorkFile(context, ".csv");
    PredictionCsv csv =
        new PredictionCsv(text.getFileSystem(context.getConfiguration()).create(text, false));
    return new BothWriter(super.getRecordWriter(context), csv);
  }

  /** Writes each record to both files. */
  private static final class BothWriter extends RecordWriter<Void, StudentPrediction> {
    private final RecordWriter<Void, StudentPrediction> parquet;
    private final PredictionCsv csv;

    BothWriter(RecordWriter<Void, StudentPrediction> parquet, PredictionCsv csv) {
      this.parquet = parquet;
      this.csv = csv;
    }

    @Override
    public void write(Void none, StudentPrediction prediction)
        throws IOException, InterruptedException {
      parquet.write(null, prediction);
      csv.write(prediction);
    }

    @Override
    public void close(TaskAttemptContext context) throws IOException, InterruptedException {
      try {
        parquet.close(context);
      } finally {
        csv.close();
      }
    }
  }
}
