package org.gradus.jobs.features;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.io.training.TrainingRow;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.TraceOrder;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.jobs.examples.TraceWritable;

/** Unpacks traces into rows. */
public final class FeaturesReducer extends Reducer<PairKey, TraceWritable, Void, TrainingRow> {
  private final TrainingRow row = new TrainingRow();
  private TraceReader reader;

  @Override
  protected void setup(Context context) {
    reader = new TraceReader(ExampleMapper.featureSet(context.getConfiguration()));
  }

  @Override
  protected void reduce(PairKey key, Iterable<TraceWritable> traces, Context context)
      throws IOException, InterruptedException {
    String exercise = key.first();
    for (TraceWritable trace : traces) {
      String order = key.second();
      row.of(TraceOrder.student(order), exercise, TraceOrder.isHeldOut(order));
      reader.open(trace);
      while (reader.next()) {
        row.set(reader.opportunity(), reader.correct(), reader.features());
        context.write(null, row);
      }
      context.getCounter(FeaturesCounter.ROWS_WRITTEN).increment(trace.rows());
    }
  }
}
