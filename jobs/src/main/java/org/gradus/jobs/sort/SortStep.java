package org.gradus.jobs.sort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.gradus.io.census.Census;
import org.gradus.io.history.HistoryOutputFormat;
import org.gradus.io.log.LogFile;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.LocalMode;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.model.attempt.StudentHistory;

/** Sorts problem logs into one history per student, and takes the census of the exercises. */
public final class SortStep implements Step {
  /** How much of the logs may be bad. */
  public static final Key<Double> MAX_BAD_FRACTION =
      Key.number(
          "gradus.sort.max-bad-fraction",
          0.05,
          0,
          1,
          "Largest share of the lines that may be bad; above it the step fails. Lines that a source"
              + " leaves out on purpose are not bad.");

  /** How long a history may be. */
  public static final Key<Long> MAX_ATTEMPTS_PER_STUDENT =
      Key.whole(
          "gradus.sort.max-attempts-per-student",
          1_000_000,
          1,
          100_000_000,
          "Most attempts in one history; a student's later ones go into the quarantine. A history"
              + " is held in memory, about 100 bytes an attempt.");

  /** Khan Academy's cleaning rule. */
  public static final Key<Boolean> DROP_NUMBER_GAPS =
      Key.flag(
          "gradus.sort.drop-number-gaps",
          false,
          "Leave out, into the quarantine, every student whose orders do not rise by exactly one"
              + " within each exercise: the rule that Khan Academy cleaned its logs by, for logs"
              + " whose order is a problem number (source khan).");

  /** Whether rows that repeat an answer are looked for. */
  public static final Key<Repeats> REPEATS =
      Key.choice(
          "gradus.sort.repeats",
          Repeats.AUTO,
          Repeats.class,
          "Rows of one answer to a problem with several skills, one row for each: auto, such rows"
              + " (one student, one item, one outcome, different exercises; at the same time, or one"
              + " behind the other where there is no clock) are marked, so that no row is predicted"
              + " from another one of the same answer and an answer is scored once; keep, every row"
              + " counts as an answer of its own.");

  /** How many reducers. */
  public static final Key<Long> REDUCERS =
      Key.whole(
          "gradus.sort.reducers",
          0,
          0,
          10_000,
          "Number of reducers, which is the number of files of histories; 0 for"
              + " mapreduce.job.reduces where it is set or the mode is local, and else one for each"
              + " 256 MB of logs.");

  static final String HISTORIES = "histories";
  static final String CENSUS = "census";
  static final String QUARANTINE = "quarantine";

  private static final long LOG_BYTES_PER_REDUCER = 256L << 20;
  private static final int MOST_REDUCERS = 1000;

  @Override
  public String name() {
    return "sort";
  }

  @Override
  public String summary() {
    return "Sorts problem logs into one history per student, drops duplicates, quarantines bad"
        + " lines.";
  }

  @Override
  public String example() {
    return "sort --input logs/ --source gradus --work work";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of();
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(HISTORIES, "sort/histories", "One history per student, Parquet."),
        new Dataset(
            CENSUS,
            "sort/census",
            "Attempts, corrects and students of each exercise, JSON lines sorted by exercise."),
        new Dataset(
            QUARANTINE,
            "sort/quarantine",
            "Lines that became no attempt: file, offset, reason, detail, line; tab separated."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(LogInputFormat.keys());
    keys.addAll(
        List.of(MAX_BAD_FRACTION, MAX_ATTEMPTS_PER_STUDENT, DROP_NUMBER_GAPS, REPEATS, REDUCERS));
    keys.addAll(Pseudonyms.keys());
    return keys;
  }

  @Override
  public void validate(Configuration configuration) throws IOException {
    if (Pseudonyms.of(configuration).areUsed()
        && LogInputFormat.namesStudentsByFile(configuration)) {
      throw new SettingsException(
          "Students are to have pseudonyms ("
              + Pseudonyms.KEY_NAME.name()
              + " is set) but their ids are the names of the files, which Hadoop's logs and the"
              + " quarantine show: give the log's files other names and a column with the student.");
    }
    LogInputFormat.check(configuration);
  }

  @Override
  public List<String> externalInputs(Configuration configuration) throws IOException {
    return LogInputFormat.named(configuration);
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Path histories = context.output(HISTORIES);
    Counters counters = context.run(job(context, histories));
    Path quarantine = context.output(QUARANTINE);
    move(context, new Path(histories, QUARANTINE), quarantine);
    new SortVerdict(
            counters,
            new Quarantine(context.configuration(), quarantine, context.evidence(QUARANTINE)))
        .check(MAX_BAD_FRACTION.get(context.configuration()));
    FoldCount.check(context.configuration(), new SortFigures(counters));
    Census census = mergeCensus(context, new Path(histories, CENSUS));
    report(context, new SortFigures(counters), census);
  }

  private static Job job(StepContext context, Path histories) throws IOException {
    Job job = context.newJob("one history per student");
    job.setInputFormatClass(LogInputFormat.class);
    LogInputFormat.shipTable(job, context.checkpoint());
    job.setMapperClass(SortMapper.class);
    job.setMapOutputKeyClass(AttemptKey.class);
    job.setMapOutputValueClass(NullWritable.class);
    job.setCombinerClass(SortCombiner.class);
    job.setPartitionerClass(StudentPartitioner.class);
    job.setSortComparatorClass(AttemptKey.Comparator.class);
    job.setGroupingComparatorClass(StudentGroupingComparator.class);
    job.setReducerClass(SortReducer.class);
    job.setOutputKeyClass(Void.class);
    job.setOutputValueClass(StudentHistory.class);
    job.setOutputFormatClass(HistoryOutputFormat.class);
    FileOutputFormat.setOutputPath(job, histories);
    // Parquet compresses the histories; the other files are to be readable as they are.
    FileOutputFormat.setCompressOutput(job, false);
    SideFile.declare(job, QUARANTINE);
    SideFile.declare(job, CENSUS);
    job.setNumReduceTasks(reducers(job));
    keepShuffleInMemory(job.getConfiguration());
    return job;
  }

  private static int reducers(Job job) throws IOException {
    Configuration configuration = job.getConfiguration();
    int wanted = REDUCERS.get(configuration).intValue();
    if (wanted > 0) {
      return wanted;
    }
    if (LocalMode.isOn(configuration) || job.getNumReduceTasks() > 1) {
      return job.getNumReduceTasks();
    }
    long bytes = 0;
    for (LogFile log : LogInputFormat.files(configuration)) {
      bytes += log.length();
    }
    return (int) Math.min(MOST_REDUCERS, 1 + bytes / LOG_BYTES_PER_REDUCER);
  }

  /** Lets reducers of a local job take what fits from memory instead of writing it once more. */
  private static void keepShuffleInMemory(Configuration configuration) {
    if (LocalMode.isOn(configuration)
        && configuration.getFloat(JobContext.REDUCE_INPUT_BUFFER_PERCENT, 0) == 0) {
      configuration.setFloat(JobContext.REDUCE_INPUT_BUFFER_PERCENT, 0.7f);
      configuration.setFloat(JobContext.SHUFFLE_MERGE_PERCENT, 0.9f);
    }
  }

  private static void move(StepContext context, Path from, Path to) throws IOException {
    FileSystem files = to.getFileSystem(context.configuration());
    boolean done = files.exists(from) ? files.rename(from, to) : files.mkdirs(to);
    if (!done) {
      throw new IOException("could not rename " + from + " to " + to);
    }
  }

  private static Census mergeCensus(StepContext context, Path parts) throws IOException {
    Census census = Census.read(context.configuration(), parts);
    census.write(context.configuration(), new Path(context.output(CENSUS), "census.jsonl"));
    parts.getFileSystem(context.configuration()).delete(parts, true);
    return census;
  }

  private static void report(StepContext context, SortFigures figures, Census census) {
    context.figure("lines read", figures.of(SortCounter.LINES_READ));
    context.figure("attempts kept", figures.of(SortCounter.ATTEMPTS_KEPT));
    context.figure("duplicates dropped", figures.of(SortCounter.DUPLICATES_DROPPED));
    context.figure("lines quarantined", figures.of(SortCounter.LINES_QUARANTINED));
    figures.reasons().forEach((reason, lines) -> context.figure("quarantined: " + reason, lines));
    context.figure("students", figures.of(SortCounter.STUDENTS));
    context.figure("exercises", (long) census.lines().size());
    long repeated = figures.of(SortCounter.ATTEMPTS_REPEATED);
    if (repeated > 0) {
      context.figure("attempts that repeat an answer", repeated);
    }
    long tied = figures.of(SortCounter.ATTEMPTS_IN_UNKNOWN_ORDER);
    if (tied > 0) {
      context.figure("answers in unknown order", tied);
    }
    long several = figures.of(SortCounter.STUDENTS_WITH_SEVERAL_FOLDS);
    if (several > 0) {
      context.figure("students in several folds", several);
    }
  }
}
