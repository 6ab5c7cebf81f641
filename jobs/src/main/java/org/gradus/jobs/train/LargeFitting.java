package org.gradus.jobs.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.gradus.io.census.Census;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.fit.LossSums;

/**
 * Fits the exercises with more attempts than a reducer holds, all together, by Newton's method: one
 * job a round. Each finished round is kept in the step's checkpoint, where a later run goes on.
 */
final class LargeFitting {
  private static final String ROUND = "round-";

  private final StepContext context;
  private final Variant variant;
  private final ExercisePrior prior;
  private final Configuration configuration;
  private final Path rounds;

  LargeFitting(StepContext context, Variant variant, ExercisePrior prior) {
    this.context = context;
    this.variant = variant;
    this.prior = prior;
    configuration = context.configuration();
    rounds = variant.in(context.checkpoint());
  }

  /** Fits them; the file with the {@link LargeFits}, or nothing if no exercise is large. */
  Optional<Path> run() throws IOException, InterruptedException {
    List<String> large = large();
    if (large.isEmpty()) {
      return Optional.empty();
    }
    int round = lastRound();
    if (round < 0) {
      round = 0;
      LargeFits.start(large, prior).write(file(round), configuration);
    }
    LargeFits fits = LargeFits.read(file(round), configuration);
    while (!fits.areFinished()) {
      Map<String, LossSums> sums = sums(round);
      fits.next(sums, prior, TrainStep.fitOptions(configuration), Spreads.of(configuration));
      round++;
      fits.write(file(round), configuration);
    }
    context.figure("exercises fitted in rounds", fits.size());
    context.figure("rounds", fits.rounds());
    return Optional.of(file(round));
  }

  private List<String> large() throws IOException {
    long most = TrainStep.MOST_ATTEMPTS.get(configuration);
    return Census.read(configuration, context.input("census")).attempts().entrySet().stream()
        .filter(exercise -> exercise.getValue() > most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private Path file(int round) {
    return new Path(rounds, ROUND + round + ".json");
  }

  /** The last round that has been finished, -1 if none has begun. */
  private int lastRound() throws IOException {
    FileSystem files = rounds.getFileSystem(configuration);
    files.mkdirs(rounds);
    return Arrays.stream(files.listStatus(rounds, path -> path.getName().startsWith(ROUND)))
        .map(FileStatus::getPath)
        .mapToInt(path -> Integer.parseInt(path.getName().replaceAll("\\D", "")))
        .max()
        .orElse(-1);
  }

  private Map<String, LossSums> sums(int round) throws IOException, InterruptedException {
    Job job = ExampleJob.overHistories(context, variant, "large exercises, round " + (round + 1));
    job.getConfiguration().set(ExampleMapper.FITTED, file(round).toString());
    job.setMapperClass(LossMapper.class);
    job.setCombinerClass(LossReducer.class);
    job.setReducerClass(LossReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(LossSumsWritable.class);
    job.setOutputFormatClass(SequenceFileOutputFormat.class);
    Path parts = new Path(context.output("model").getParent(), "_sums-" + variant + "-" + round);
    SequenceFileOutputFormat.setOutputPath(job, parts);
    context.run(job);
    Map<String, LossSums> sums = read(parts);
    parts.getFileSystem(configuration).delete(parts, true);
    return sums;
  }

  private Map<String, LossSums> read(Path folder) throws IOException {
    Map<String, LossSums> sums = new TreeMap<>();
    for (Path part : DifficultyFiles.parts(folder, configuration)) {
      try (SequenceFile.Reader reader =
          new SequenceFile.Reader(configuration, SequenceFile.Reader.file(part))) {
        Text exercise = new Text();
        LossSumsWritable value = new LossSumsWritable();
        while (reader.next(exercise, value)) {
          sums.put(exercise.toString(), value.get());
          value = new LossSumsWritable();
        }
      }
    }
    return sums;
  }
}
