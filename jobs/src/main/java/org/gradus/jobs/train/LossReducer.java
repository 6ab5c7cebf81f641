package org.gradus.jobs.train;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.model.fit.LossSums;

/** Adds up the sums of each exercise; combiner and reducer of a round. */
public final class LossReducer extends Reducer<Text, LossSumsWritable, Text, LossSumsWritable> {
  private final LossSumsWritable total = new LossSumsWritable();

  @Override
  protected void reduce(Text exercise, Iterable<LossSumsWritable> parts, Context context)
      throws IOException, InterruptedException {
    LossSums sums = null;
    for (LossSumsWritable part : parts) {
      if (sums == null) {
        sums = new LossSums(part.get().widths());
      }
      sums.add(part.get());
    }
    total.set(sums);
    context.write(exercise, total);
  }
}
