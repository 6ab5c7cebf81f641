package org.gradus.jobs.monitor;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;

/** Adds up the sums of one exercise on one day. */
public final class MonitorCombiner
    extends Reducer<PairKey, DailySumsWritable, PairKey, DailySumsWritable> {
  private final DailySumsWritable sum = new DailySumsWritable();

  @Override
  protected void reduce(PairKey key, Iterable<DailySumsWritable> parts, Context context)
      throws IOException, InterruptedException {
    sum.clear();
    parts.forEach(sum::add);
    context.write(key, sum);
  }
}
