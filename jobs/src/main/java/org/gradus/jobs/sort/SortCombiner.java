package org.gradus.jobs.sort;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;

/**
 * Leaves one of several identical attempts. It may run never, or several times over the same
 * attempts; each one dropped is counted when it is dropped, so the count is right in either case.
 */
public final class SortCombiner
    extends Reducer<AttemptKey, NullWritable, AttemptKey, NullWritable> {
  @Override
  protected void reduce(AttemptKey key, Iterable<NullWritable> copies, Context context)
      throws IOException, InterruptedException {
    long duplicates = -1;
    for (NullWritable unused : copies) {
      duplicates++;
    }
    if (duplicates > 0) {
      context.getCounter(SortCounter.DUPLICATES_DROPPED).increment(duplicates);
    }
    context.write(key, NullWritable.get());
  }
}
