package org.gradus.jobs.publish;

import java.io.IOException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.jdbc.Row;
import org.gradus.io.jdbc.Table;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ExerciseSpread;

/** Makes rows of the lines of a model; the keys are those of {@link LineMapper}. */
public final class LineReducer extends Reducer<LongWritable, Text, NullWritable, Row> {
  /** Name of the version that the rows are of. */
  static final String VERSION = "gradus.internal.publish.version";

  private String version;

  @Override
  protected void setup(Context context) {
    version = context.getConfiguration().get(VERSION);
  }

  @Override
  protected void reduce(LongWritable key, Iterable<Text> lines, Context context)
      throws IOException, InterruptedException {
    for (Text line : lines) {
      long position = key.get();
      Row row =
          position < 0
              ? spread(-1 - position, line.toString())
              : parameters(position, line.toString());
      context.write(NullWritable.get(), row);
    }
  }

  private Row parameters(long position, String line) {
    ExerciseParameters exercise = ExerciseParameters.fromJson(line);
    return new Row(
        Table.PARAMETERS,
        version,
        exercise.exercise(),
        position,
        exercise.attempts(),
        exercise.corrects(),
        exercise.fitted(),
        exercise.theta(),
        line);
  }

  private Row spread(long position, String line) {
    String exercise = ExerciseSpread.fromJson(line).exercise();
    return new Row(Table.SPREAD, version, exercise, position, line);
  }
}
