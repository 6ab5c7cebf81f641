package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.key.PairKey;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;

/** A step whose reducers do nothing but report the bytes shuffled to each: a figure per reducer. */
final class ShuffleCountingStep implements Step {
  private static final String GROUP = "bytes shuffled to reducer";

  private final int reducers;

  ShuffleCountingStep(int reducers) {
    this.reducers = reducers;
  }

  /** Reports Hadoop's own counter of its task under the number of the task. */
  public static final class CountingReducer
      extends Reducer<PairKey, TraceWritable, NullWritable, NullWritable> {
    @Override
    protected void reduce(PairKey key, Iterable<TraceWritable> traces, Context context) {}

    @Override
    protected void cleanup(Context context) {
      int reducer = context.getTaskAttemptID().getTaskID().getId();
      context
          .getCounter(GROUP, Integer.toString(reducer))
          .increment(context.getCounter(TaskCounter.REDUCE_SHUFFLE_BYTES).getValue());
    }
  }

  @Override
  public String name() {
    return "count";
  }

  @Override
  public String summary() {
    return "Counts shuffled bytes.";
  }

  @Override
  public String example() {
    return "count";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return ExampleJob.reads(configuration);
  }

  @Override
  public List<Dataset> writes() {
    return List.of(new Dataset("nothing", "count/nothing", "Nothing."));
  }

  @Override
  public List<Key<?>> keys() {
    return ExampleJob.keys();
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Variant variant = Variant.all(context.configuration()).get(0);
    Job job = ExampleJob.of(context, variant, "count", 1, true, reducers);
    job.setReducerClass(CountingReducer.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(NullWritable.class);
    TextOutputFormat.setOutputPath(job, context.output("nothing"));
    context
        .run(job)
        .getGroup(GROUP)
        .forEach(counter -> context.figure(counter.getName(), counter.getValue()));
  }
}
