package org.gradus.jobs.prior;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.census.Census;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;

/** Estimates what the exercises have in common. */
public final class PriorStep implements Step {
  /** Size of the sample. */
  public static final Key<Long> SAMPLE_ATTEMPTS =
      Key.whole(
          "gradus.prior.sample-attempts",
          250_000,
          1_000,
          100_000_000,
          "About how many attempts of training students the prior is estimated from; whole students are drawn.");

  /** Iterations of the precisions. */
  public static final Key<Long> ROUNDS =
      Key.whole(
          "gradus.prior.rounds",
          5,
          0,
          100,
          "Iterations of the estimate of the precisions; with 0 they are as at its beginning.");

  /** Threads of the reducer. */
  static final Key<Long> THREADS =
      Key.whole(
          "gradus.prior.threads",
          0,
          0,
          256,
          "Threads that fit exercises in the one reducer of the step; they do not change the result. 0: one for each processor in local mode, one on a cluster.");

  @Override
  public String name() {
    return "prior";
  }

  @Override
  public String summary() {
    return "Estimates one theta pooled over all exercises and how far single exercises stray from it.";
  }

  @Override
  public String example() {
    return "prior --work work --features gradus";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return ExampleJob.reads(configuration);
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            "prior",
            "prior/pooled",
            "Mean, precision and scale per feature, means of topics; one line of JSON in part-r-00000, a folder per variant."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(ExampleJob.keys());
    keys.add(SAMPLE_ATTEMPTS);
    keys.add(ROUNDS);
    keys.add(THREADS);
    keys.add(ExercisePrior.TOPICS);
    return keys;
  }

  @Override
  public void validate(Configuration configuration) throws IOException {
    ExampleMapper.featureSet(configuration);
    StudentSplit.validate(configuration);
    Topics.read(configuration);
  }

  @Override
  public List<String> externalInputs(Configuration configuration) throws IOException {
    return Topics.files(configuration);
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    Census census = Census.read(configuration, context.input("census"));
    long attempts = census.attempts().values().stream().mapToLong(n -> n).sum();
    double share = Math.min(1, (double) SAMPLE_ATTEMPTS.get(configuration) / Math.max(1, attempts));
    Topics topics = Topics.read(configuration);
    long withTopic = topics.count(census, configuration);
    for (Variant variant : Variant.all(configuration)) {
      run(context, variant, share, topics);
    }
    if (topics.areUsed()) {
      context.figure("exercises with a topic", withTopic);
    }
  }

  private static void run(StepContext context, Variant variant, double share, Topics topics)
      throws IOException, InterruptedException {
    Job job = ExampleJob.of(context, variant, "estimate", share, false, 1);
    topics.giveTo(job, variant.in(context.checkpoint()));
    job.setReducerClass(PriorReducer.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    TextOutputFormat.setOutputPath(job, variant.in(context.output("prior")));
    Counters counters = context.run(job);
    long rows = counters.findCounter(PriorCounter.ROWS_USED).getValue();
    if (rows == 0) {
      throw new DataException(
          "The prior cannot be estimated: no training student is left ("
              + variant
              + "); hold out fewer students (--holdout, --test-fold, --folds) or use --prior none.");
    }
    context.figure("sampled attempts", rows);
    context.figure(
        "exercises in the sample", counters.findCounter(PriorCounter.EXERCISES).getValue());
  }
}
