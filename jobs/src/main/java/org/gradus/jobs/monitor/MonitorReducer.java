package org.gradus.jobs.monitor;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;

/** Adds up the sums of one exercise on one day and writes its line, behind that of its day. */
public final class MonitorReducer extends Reducer<PairKey, DailySumsWritable, NullWritable, Text> {
  /** Name of the version that predicts. */
  static final String VERSION = "gradus.internal.monitor-version";

  private final DailySumsWritable sum = new DailySumsWritable();
  private final Text line = new Text();
  private String day = "";

  @Override
  protected void reduce(PairKey key, Iterable<DailySumsWritable> parts, Context context)
      throws IOException, InterruptedException {
    if (!key.first().equals(day)) {
      day = key.first();
      line.set(MonitoredDay.header(day, context.getConfiguration().get(VERSION)));
      context.write(NullWritable.get(), line);
    }
    String exercise = key.second();
    sum.clear();
    parts.forEach(sum::add);
    DailySums sums = sum.get();
    line.set(MonitoredDay.line(exercise, sums));
    context.write(NullWritable.get(), line);
    context.getCounter(MonitorCounter.ANSWERS_SUMMED).increment(sums.total().attempts());
  }
}
