package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.gradus.io.history.HistoryInputFormat;
import org.gradus.io.key.PairKey;
import org.gradus.io.key.PairKeyComparator;
import org.gradus.io.key.PairKeyGroupingComparator;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.StepContext;

/** The map half that the steps {@code prior}, {@code train} and {@code features} share. */
public final class ExampleJob {
  private ExampleJob() {}

  /** Names of the datasets that it reads under these settings. */
  public static List<String> reads(Configuration configuration) {
    List<String> reads = new ArrayList<>(List.of("histories", "census"));
    if (ExampleMapper.featureSet(configuration).usesDifficulty()) {
      reads.add("difficulty");
    }
    return reads;
  }

  /** Settings that it depends on. */
  public static List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(ExampleMapper.FEATURES);
    keys.addAll(StudentSplit.keys());
    keys.addAll(DifficultyFiles.keys());
    return keys;
  }

  /**
   * A job whose map side turns histories into traces, partitioned by exercise and grouped by it.
   *
   * @param variant which students are held out
   * @param trainingShare share of training students to replay, by a hash of their id
   * @param withHeldOut whether held-out students are replayed too
   * @param reducers number of reducers
   */
  public static Job of(
      StepContext context,
      Variant variant,
      String title,
      double trainingShare,
      boolean withHeldOut,
      int reducers)
      throws IOException {
    Job job = overHistories(context, variant, title);
    Configuration configuration = job.getConfiguration();
    configuration.setDouble(ExampleMapper.TRAINING_SHARE, trainingShare);
    configuration.setBoolean(ExampleMapper.WITH_HELD_OUT, withHeldOut);
    job.setMapperClass(ExampleMapper.class);
    job.setMapOutputKeyClass(PairKey.class);
    job.setMapOutputValueClass(TraceWritable.class);
    job.setPartitionerClass(ExercisePartitioner.class);
    job.setSortComparatorClass(PairKeyComparator.class);
    job.setGroupingComparatorClass(PairKeyGroupingComparator.class);
    job.setNumReduceTasks(reducers);
    return job;
  }

  /**
   * Makes a job's rows longer: behind the features of the set come those of more blocks.
   *
   * @param blocks names of blocks that are not in the set; the dataset {@code difficulty} must be
   *     among the step's inputs if one of them uses it
   */
  public static void addBlocks(Job job, StepContext context, Variant variant, List<String> blocks)
      throws IOException {
    Configuration configuration = job.getConfiguration();
    configuration.set(ExampleMapper.MORE_BLOCKS, String.join(",", blocks));
    if (ExampleMapper.replayedSet(configuration).usesDifficulty()) {
      configuration.set(DifficultyFiles.FOLDER, variant.in(context.input("difficulty")).toString());
    }
  }

  /** A job that reads the histories, with all that {@link HistoryReplay} needs. */
  public static Job overHistories(StepContext context, Variant variant, String title)
      throws IOException {
    Job job = context.newJob(title + " (" + variant + ")");
    Configuration configuration = job.getConfiguration();
    variant.applyTo(configuration);
    configuration.set(ExercisePartitioner.CENSUS, context.input("census").toString());
    if (ExampleMapper.featureSet(configuration).usesDifficulty()) {
      configuration.set(DifficultyFiles.FOLDER, variant.in(context.input("difficulty")).toString());
    }
    job.setInputFormatClass(HistoryInputFormat.class);
    FileInputFormat.addInputPath(job, context.input("histories"));
    return job;
  }
}
