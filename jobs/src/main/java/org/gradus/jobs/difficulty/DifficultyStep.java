package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
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
import org.gradus.jobs.examples.Variant;
import org.gradus.model.difficulty.Transition;

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

  /** What a reducer may hold of one exercise, in all variants that a job counts. */
  private static final long MOST_BYTES = 128 << 20;

  private final long mostBytes;

  /** The step, as it is found. */
  public DifficultyStep() {
    this(MOST_BYTES);
  }

  /** A step whose reducers hold so much, but at least one variant. */
  DifficultyStep(long mostBytes) {
    this.mostBytes = mostBytes;
  }

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
    Census census = Census.read(context.configuration(), context.input("census"));
    double transitionsPerAttempt = transitionsPerAttempt(context.configuration(), census);
    int most = mostVariants(context.configuration(), census, transitionsPerAttempt);
    Counters counters = new Counters();
    for (CountedVariants variants : CountedVariants.groups(context.configuration(), most)) {
      counters.incrAllCounters(count(variants, transitionsPerAttempt, context));
    }
    check(counters);
    context.figure("items", counters.findCounter(DifficultyCounter.ITEMS).getValue());
    context.figure("transitions", counters.findCounter(DifficultyCounter.TRANSITIONS).getValue());
    context.figure(
        "training attempts", counters.findCounter(DifficultyCounter.MODEL_ATTEMPTS).getValue());
  }

  /** How many a reducer can count at once; it holds the transitions to one exercise. */
  private int mostVariants(Configuration configuration, Census census, double perAttempt) {
    long largest = census.attempts().values().stream().mapToLong(n -> n).max().orElse(0);
    long transitions =
        ExampleMapper.featureSet(configuration).usesTransitions()
            ? Math.min(
                Transition.COUNT * largest, ExerciseCounts.mostTransitions(largest, perAttempt))
            : 0;
    long packed = transitions * MostAnswered.BYTES;
    return (int) Math.max(1, (mostBytes - packed) / (packed + VariantFiles.BYTES));
  }

  private static double transitionsPerAttempt(Configuration configuration, Census census) {
    long attempts = census.attempts().values().stream().mapToLong(n -> n).sum();
    return (double) TRANSITIONS.get(configuration) / Math.max(1, attempts);
  }

  /** The first job writes to the dataset itself, others beside it. */
  private static Counters count(
      CountedVariants variants, double transitionsPerAttempt, StepContext context)
      throws IOException, InterruptedException {
    Path output = context.output("difficulty");
    Path written = variants.withFirst() ? output : new Path(output.getParent(), "_parts");
    Job job = job(variants, context);
    job.getConfiguration()
        .setDouble(DifficultyReducer.TRANSITIONS_PER_ATTEMPT, transitionsPerAttempt);
    TextOutputFormat.setOutputPath(job, written);
    Counters counters = context.run(job);
    if (!variants.withFirst()) {
      moveUp(variants, written, output, context.configuration());
    }
    return counters;
  }

  private static void moveUp(
      CountedVariants variants, Path from, Path to, Configuration configuration)
      throws IOException {
    FileSystem files = to.getFileSystem(configuration);
    for (Variant variant : variants.list()) {
      if (files.exists(variant.in(from)) && !files.rename(variant.in(from), variant.in(to))) {
        throw new IOException(
            "Could not rename " + variant.in(from) + " to " + variant.in(to) + ".");
      }
    }
    files.delete(from, true);
  }

  private static Job job(CountedVariants variants, StepContext context) throws IOException {
    Job job = context.newJob("count items" + variants);
    variants.applyTo(job.getConfiguration());
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
