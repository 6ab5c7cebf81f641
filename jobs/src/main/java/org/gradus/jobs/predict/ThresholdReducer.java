package org.gradus.jobs.predict;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Chooses the threshold of each exercise that has first attempts enough. */
public final class ThresholdReducer
    extends Reducer<Text, FirstAttemptsWritable, NullWritable, Text> {
  @Override
  protected void reduce(Text exercise, Iterable<FirstAttemptsWritable> parts, Context context)
      throws IOException, InterruptedException {
    FirstAttemptsWritable bins = new FirstAttemptsWritable();
    parts.forEach(bins::add);
    context.getCounter(PredictCounter.FIRST_ATTEMPTS_BINNED).increment(bins.attempts());
    Configuration configuration = context.getConfiguration();
    if (bins.attempts() >= PredictKeys.CHALLENGE_LEAST_ATTEMPTS.get(configuration)) {
      double beta = PredictKeys.CHALLENGE_BETA.get(configuration);
      context.write(
          NullWritable.get(),
          new Text(Thresholds.line(exercise.toString(), bins.best(beta), bins.attempts())));
    }
  }
}
