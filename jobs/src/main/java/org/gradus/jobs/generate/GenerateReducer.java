package org.gradus.jobs.generate;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/** Writes one file: its header, then its rows in order; evaluations are merged into one. */
public final class GenerateReducer extends Reducer<RowKeyWritable, Text, NullWritable, Text> {
  private OutputFiles files;

  @Override
  protected void setup(Context context) throws IOException, InterruptedException {
    files = new OutputFiles(context.getConfiguration());
    String header = files.header(context.getTaskAttemptID().getTaskID().getId());
    if (!header.isEmpty()) {
      context.write(NullWritable.get(), new Text(header));
    }
  }

  @Override
  protected void reduce(RowKeyWritable key, Iterable<Text> rows, Context context)
      throws IOException, InterruptedException {
    if (key.file() == files.evaluation()) {
      context.write(NullWritable.get(), merged(rows));
      return;
    }
    for (Text row : rows) {
      context.write(NullWritable.get(), row);
    }
  }

  private static Text merged(Iterable<Text> rows) {
    Evaluation sum = new Evaluation();
    for (Text row : rows) {
      sum.merge(Evaluation.fromJson(JsonReader.readObject(row.toString())));
    }
    return new Text(JsonWriter.write(sum.toJson()));
  }
}
