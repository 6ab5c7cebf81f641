package org.gradus.jobs.prior;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.driver.LocalMode;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.TraceOrder;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.jobs.examples.TraceWritable;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.prior.EmpiricalBayes;

/** Collects the sample, exercise by exercise, and writes the prior at the end. */
public final class PriorReducer extends Reducer<PairKey, TraceWritable, NullWritable, Text> {
  private TraceReader reader;
  private EmpiricalBayes estimate;
  private long mostRows;

  @Override
  protected void setup(Context context) throws IOException {
    FeatureSet featureSet = ExampleMapper.featureSet(context.getConfiguration());
    reader = new TraceReader(featureSet);
    estimate = new EmpiricalBayes(featureSet, Topics.given(context.getConfiguration()));
    mostRows = 2 * PriorStep.SAMPLE_ATTEMPTS.get(context.getConfiguration());
  }

  @Override
  protected void reduce(PairKey key, Iterable<TraceWritable> traces, Context context)
      throws IOException {
    for (TraceWritable trace : traces) {
      String student = TraceOrder.student(key.second());
      reader.open(trace);
      while (reader.next()) {
        append(student, context);
      }
    }
    estimate.endExercise(key.first());
    context.progress();
  }

  private static int threads(Configuration configuration) {
    long threads = PriorStep.THREADS.get(configuration);
    if (threads > 0) {
      return (int) threads;
    }
    return LocalMode.isOn(configuration) ? Runtime.getRuntime().availableProcessors() : 1;
  }

  private void append(String student, Context context) {
    if (estimate.rows() < mostRows) {
      estimate.append(student, reader.features(), reader.correct());
      context.getCounter(PriorCounter.ROWS_USED).increment(1);
    } else {
      context.getCounter(PriorCounter.ROWS_BEYOND_MEMORY).increment(1);
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    int rounds = PriorStep.ROUNDS.get(context.getConfiguration()).intValue();
    int threads = threads(context.getConfiguration());
    String json = JsonWriter.write(estimate.fit(rounds, threads, context::progress).toJson());
    context.getCounter(PriorCounter.EXERCISES).increment(estimate.exercises());
    context.write(NullWritable.get(), new Text(json));
  }
}
