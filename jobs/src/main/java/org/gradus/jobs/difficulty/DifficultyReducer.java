package org.gradus.jobs.difficulty;

import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.model.knowledge.ItemCounts;

/** Writes the items of one exercise, in their order, as one line. */
public final class DifficultyReducer extends Reducer<PairKey, CountsWritable, NullWritable, Text> {
  private final Text line = new Text();

  @Override
  protected void reduce(PairKey key, Iterable<CountsWritable> counts, Context context)
      throws IOException, InterruptedException {
    ItemCounts items = new ItemCounts(key.first());
    CountsWritable sum = new CountsWritable();
    String item = null;
    for (CountsWritable count : counts) {
      String next = key.second();
      if (item != null && !item.equals(next)) {
        close(items, item, sum, context);
      }
      item = next;
      sum.add(count);
    }
    close(items, item, sum, context);
    context.getCounter(DifficultyCounter.EXERCISES).increment(1);
    line.set(items.toJson());
    context.write(NullWritable.get(), line);
  }

  private static void close(ItemCounts items, String item, CountsWritable sum, Context context) {
    items.add(item, sum.corrects(), sum.attempts());
    context.getCounter(DifficultyCounter.ITEMS).increment(item.isEmpty() ? 0 : 1);
    context.getCounter(DifficultyCounter.ATTEMPTS_WRITTEN).increment(sum.attempts());
    sum.clear();
  }
}
