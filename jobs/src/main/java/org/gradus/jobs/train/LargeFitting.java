package org.gradus.jobs.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.fit.ItemNumbers;
import org.gradus.model.fit.LossSums;
import org.gradus.model.knowledge.ItemCounts;

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
    Set<String> large = large();
    if (large.isEmpty()) {
      return Optional.empty();
    }
    int round = lastRound();
    if (round < 0) {
      round = 0;
      LargeFits.start(items(large), prior).write(file(round), configuration);
    }
    LargeFits fits = LargeFits.read(file(round), configuration);
    while (!fits.areFinished()) {
      Map<String, LossSums> sums = sums(round);
      fits.next(
          sums,
          prior,
          ItemPrior.precision(configuration),
          TrainStep.fitOptions(configuration),
          Spreads.of(configuration));
      round++;
      fits.write(file(round), configuration);
    }
    context.figure("exercises fitted in rounds", fits.size());
    context.figure("rounds", fits.rounds());
    return Optional.of(file(round));
  }

  /** Keys of the items that get an offset, by exercise. */
  private Map<String, int[]> items(Set<String> exercises) throws IOException {
    Map<String, int[]> items = new TreeMap<>();
    exercises.forEach(exercise -> items.put(exercise, new int[0]));
    if (ItemPrior.isUsed(configuration)) {
      Path folder = variant.in(context.input("difficulty"));
      for (Path part : DifficultyFiles.parts(folder, configuration)) {
        try (BufferedReader lines = DifficultyFiles.open(part, configuration)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ItemCounts counts = ItemCounts.fromJson(line);
            items.computeIfPresent(counts.exercise(), (exercise, none) -> mostAnswered(counts));
          }
        }
      }
    }
    return items;
  }

  private int[] mostAnswered(ItemCounts counts) {
    ItemNumbers items = new ItemNumbers();
    counts.forEachItem(
        (item, corrects, attempts) -> items.of(ItemOffsets.key(counts.exercise(), item), attempts));
    return items.mostAnswered(ItemPrior.mostItems(configuration));
  }

  private Set<String> large() throws IOException {
    long most = TrainStep.MOST_ATTEMPTS.get(configuration);
    return Census.read(configuration, context.input("census")).attempts().entrySet().stream()
        .filter(exercise -> exercise.getValue() > most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
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
