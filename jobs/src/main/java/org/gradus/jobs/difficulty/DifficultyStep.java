package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.LazyOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.census.Census;
import org.gradus.io.history.HistoryInputFormat;
import org.gradus.io.key.FirstPartitioner;
import org.gradus.io.key.PairKey;
import org.gradus.io.key.PairKeyComparator;
import org.gradus.io.key.PairKeyGroupingComparator;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;

/** Counts how hard exercises and items are, on training students only. */
public final class DifficultyStep implements Step {
  /** Bound of the memory for transitions. */
  public static final Key<Long> TRANSITIONS =
      Key.whole(
          "gradus.difficulty.transitions",
          1_000_000,
          0,
          100_000_000,
          "About how many transitions (question and what went before it) the difficulties may count, those with the most attempts; mappers, and who serves the model, hold about 100 bytes for each.");

  @Override
  public String name() {
    return "difficulty";
  }

  @Override
  public String summary() {
    return "Counts corrects and attempts of training students on every item of every exercise.";
  }

  @Override
  public String example() {
    return "difficulty --work work --holdout 0.2";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of("histories", "census");
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            "difficulty",
            "difficulty/items",
            "Corrects and attempts by exercise and item, and of the transitions to the exercise; JSON lines, gzip, one exercise a line, a folder per variant."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(StudentSplit.keys());
    keys.add(ExampleMapper.FEATURES);
    keys.add(TRANSITIONS);
    return keys;
  }

  @Override
  public void validate(Configuration configuration) {
    ExampleMapper.featureSet(configuration);
    StudentSplit.validate(configuration);
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Job job = job(context);
    job.getConfiguration()
        .setDouble(DifficultyReducer.TRANSITIONS_PER_ATTEMPT, transitionsPerAttempt(context));
    Counters counters = context.run(job);
    check(counters);
    context.figure("items", counters.findCounter(DifficultyCounter.ITEMS).getValue());
    context.figure("transitions", counters.findCounter(DifficultyCounter.TRANSITIONS).getValue());
    context.figure(
        "training attempts", counters.findCounter(DifficultyCounter.MODEL_ATTEMPTS).getValue());
  }

  private static double transitionsPerAttempt(StepContext context) throws IOException {
    Configuration configuration = context.configuration();
    long attempts =
        Census.read(configuration, context.input("census")).attempts().values().stream()
            .mapToLong(n -> n)
            .sum();
    return (double) TRANSITIONS.get(configuration) / Math.max(1, attempts);
  }

  private static Job job(StepContext context) throws IOException {
    Job job = context.newJob("count items");
    job.setInputFormatClass(HistoryInputFormat.class);
    FileInputFormat.addInputPath(job, context.input("histories"));
    job.setMapperClass(DifficultyMapper.class);
    job.setCombinerClass(DifficultyCombiner.class);
    job.setReducerClass(DifficultyReducer.class);
    job.setMapOutputKeyClass(PairKey.class);
    job.setMapOutputValueClass(CountsWritable.class);
    job.setPartitionerClass(FirstPartitioner.class);
    job.setSortComparatorClass(PairKeyComparator.class);
    job.setGroupingComparatorClass(PairKeyGroupingComparator.class);
    job.setCombinerKeyGroupingComparatorClass(PairKeyComparator.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    // Only the variants' own files are made.
    LazyOutputFormat.setOutputFormatClass(job, TextOutputFormat.class);
    TextOutputFormat.setOutputPath(job, context.output("difficulty"));
    TextOutputFormat.setCompressOutput(job, true);
    TextOutputFormat.setOutputCompressorClass(job, GzipCodec.class);
    return job;
  }

  private static void check(Counters counters) throws IOException {
    long read = counters.findCounter(DifficultyCounter.ATTEMPTS_READ).getValue();
    long counted = counters.findCounter(DifficultyCounter.ATTEMPTS_COUNTED).getValue();
    long leftOut = counters.findCounter(DifficultyCounter.ATTEMPTS_LEFT_OUT).getValue();
    long written = counters.findCounter(DifficultyCounter.ATTEMPTS_WRITTEN).getValue();
    if (read != counted + leftOut || written != counted) {
      throw new IOException(
          "The difficulty step read "
              + read
              + " attempts, counted "
              + counted
              + ", left out "
              + leftOut
              + " and wrote "
              + written
              + ", which does not add up; its output is not used.");
    }
  }
}
