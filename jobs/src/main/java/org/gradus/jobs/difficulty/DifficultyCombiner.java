package org.gradus.jobs.difficulty;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;

/** Sums the counts of a key; sums of sums are the same in any grouping. */
public final class DifficultyCombiner
    extends Reducer<PairKey, CountsWritable, PairKey, CountsWritable> {
  private final CountsWritable sum = new CountsWritable();

  @Override
  protected void reduce(PairKey key, Iterable<CountsWritable> counts, Context context)
      throws IOException, InterruptedException {
    boolean first = true;
    for (CountsWritable count : counts) {
      if (first) {
        sum.clear(count.variants());
        first = false;
      }
      sum.add(count);
    }
    context.write(key, sum);
  }
}
