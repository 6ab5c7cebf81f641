package org.gradus.jobs.deliver;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.jdbc.Row;
import org.gradus.io.jdbc.Table;

/** Makes rows of the records of students. */
public final class DeliverReducer extends Reducer<Text, PredictionWritable, NullWritable, Row> {
  /** Name of the batch that the rows are of. */
  static final String BATCH = "gradus.internal.deliver.batch";

  private String batch;

  @Override
  protected void setup(Context context) {
    batch = context.getConfiguration().get(BATCH);
  }

  @Override
  protected void reduce(Text name, Iterable<PredictionWritable> predictions, Context context)
      throws IOException, InterruptedException {
    String student = name.toString();
    for (PredictionWritable prediction : predictions) {
      context.write(
          NullWritable.get(),
          new Row(Table.STUDENT_STATE, batch, student, prediction.attempts(), prediction.state()));
      for (NextExercise next : prediction.next()) {
        context.write(NullWritable.get(), row(student, next));
      }
    }
  }

  private Row row(String student, NextExercise next) {
    return new Row(
        Table.NEXT_EXERCISE,
        batch,
        student,
        next.kind(),
        next.place(),
        next.exercise(),
        next.probability());
  }
}
