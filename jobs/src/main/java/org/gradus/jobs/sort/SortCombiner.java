package org.gradus.jobs.sort;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;

/**
 * Leaves one of several identical attempts, unless they may be answers of their own. It may run
 * never, or several times over the same attempts; each one dropped is counted when it is dropped,
 * so the count is right in either case.
 */
public final class SortCombiner
    extends Reducer<AttemptKey, NullWritable, AttemptKey, NullWritable> {
  private final AttemptDecoder decoder = new AttemptDecoder();

  @Override
  protected void reduce(AttemptKey key, Iterable<NullWritable> copies, Context context)
      throws IOException, InterruptedException {
    long rows = 0;
    for (NullWritable unused : copies) {
      rows++;
    }
    long kept = rows == 1 || Deliveries.areSure(decoder.attempt(key)) ? 1 : rows;
    if (kept < rows) {
      context.getCounter(SortCounter.DUPLICATES_DROPPED).increment(rows - kept);
    }
    for (long i = 0; i < kept; i++) {
      context.write(key, NullWritable.get());
    }
  }
}
