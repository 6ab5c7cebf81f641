package org.gradus.jobs.features;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.gradus.io.settings.Key;
import org.gradus.io.training.TrainingRow;
import org.gradus.io.training.TrainingRowOutputFormat;
import org.gradus.io.training.TrainingRowWriteSupport;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.ExampleCounter;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ReducerCount;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;

/** Writes the training rows for other tools. */
public final class FeaturesStep implements Step {
  @Override
  public String name() {
    return "features";
  }

  @Override
  public String summary() {
    return "Writes every attempt with its features before the answer as Parquet, each exercise in one shard.";
  }

  @Override
  public String example() {
    return "features --work work --features khan";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return ExampleJob.reads(configuration);
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            "training-shards",
            "features/shards",
            "One row per attempt: student, exercise, opportunity, held_out, correct and the features; Parquet."));
  }

  @Override
  public List<Key<?>> keys() {
    return ExampleJob.keys();
  }

  @Override
  public void validate(Configuration configuration) {
    ExampleMapper.featureSet(configuration);
    StudentSplit.validate(configuration);
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    int reducers = ReducerCount.of(context);
    List<Variant> variants = Variant.all(context.configuration());
    Variant last = variants.get(variants.size() - 1);
    Job job = ExampleJob.of(context, last, "write shards", 1, true, reducers);
    TrainingRowWriteSupport.setFeatures(
        job.getConfiguration(), ExampleMapper.featureSet(job.getConfiguration()).features());
    job.setReducerClass(FeaturesReducer.class);
    job.setOutputKeyClass(Void.class);
    job.setOutputValueClass(TrainingRow.class);
    job.setOutputFormatClass(TrainingRowOutputFormat.class);
    FileOutputFormat.setOutputPath(job, context.output("training-shards"));
    Counters counters = context.run(job);
    long training = counters.findCounter(ExampleCounter.ATTEMPTS_TRAINING).getValue();
    long heldOut = counters.findCounter(ExampleCounter.ATTEMPTS_HELD_OUT).getValue();
    long written = counters.findCounter(FeaturesCounter.ROWS_WRITTEN).getValue();
    if (written != training + heldOut) {
      throw new IOException(
          "The features step made "
              + training
              + " training and "
              + heldOut
              + " held-out rows but wrote "
              + written
              + "; its output is not used.");
    }
    context.figure("rows", written);
    context.figure("shards", reducers);
  }
}
