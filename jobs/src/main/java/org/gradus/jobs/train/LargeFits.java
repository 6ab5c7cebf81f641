package org.gradus.jobs.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.LossSums;

/**
 * The searches for the thetas of all large exercises, as one JSON document: {@code
 * {"exercises":{"x":{...},...}}}. Grows with their number.
 */
final class LargeFits {
  private static final String EXERCISES = "exercises";

  private final Map<String, LargeFit> fits = new TreeMap<>();

  private LargeFits() {}

  /** Searches that have not begun, with the keys of the items that get an offset. */
  static LargeFits start(Map<String, int[]> exercises, ExercisePrior prior) {
    LargeFits started = new LargeFits();
    exercises.forEach(
        (exercise, items) ->
            started.fits.put(exercise, LargeFit.start(prior.inTopicOf(exercise), items)));
    return started;
  }

  /** The document that a job is given, none if it is given none. */
  static LargeFits of(Configuration configuration) throws IOException {
    String file = configuration.get(ExampleMapper.FITTED);
    return file == null ? new LargeFits() : read(new Path(file), configuration);
  }

  /** Reads a document. */
  @SuppressWarnings("unchecked")
  static LargeFits read(Path file, Configuration configuration) throws IOException {
    LargeFits read = new LargeFits();
    Map<String, Object> exercises =
        (Map<String, Object>) JsonFile.read(file, configuration).get(EXERCISES);
    exercises.forEach(
        (exercise, json) -> read.fits.put(exercise, LargeFit.fromJson((Map<String, Object>) json)));
    return read;
  }

  /** Writes a new document: by one rename, so that it is never there by half. */
  void write(Path file, Configuration configuration) throws IOException {
    Map<String, Object> exercises = new LinkedHashMap<>();
    fits.forEach((exercise, fit) -> exercises.put(exercise, fit.toJson()));
    Path draft = new Path(file.getParent(), "_" + file.getName());
    JsonFile.write(Map.of(EXERCISES, exercises), draft, configuration);
    FileSystem files = file.getFileSystem(configuration);
    if (!files.rename(draft, file)) {
      throw new IOException("Could not rename " + draft + " to " + file + ".");
    }
  }

  /** Takes in the sums of a round; an exercise without any has no training rows. */
  void next(
      Map<String, LossSums> sums,
      ExercisePrior prior,
      double itemPrecision,
      FitOptions options,
      Spreads spreads) {
    fits.forEach(
        (exercise, fit) -> {
          if (!fit.isFinished()) {
            LossSums own = sums.getOrDefault(exercise, new LossSums(0));
            ExercisePrior around = prior.inTopicOf(exercise);
            fit.next(exercise, own, around, itemPrecision, options, spreads);
          }
        });
  }

  boolean areFinished() {
    return fits.values().stream().allMatch(LargeFit::isFinished);
  }

  /** The searches that are not finished, by exercise. */
  Map<String, LargeFit> unfinished() {
    Map<String, LargeFit> unfinished = new TreeMap<>(fits);
    unfinished.values().removeIf(LargeFit::isFinished);
    return unfinished;
  }

  /** The fit of an exercise, null if it is not a large one. */
  LargeFit get(String exercise) {
    return fits.get(exercise);
  }

  int size() {
    return fits.size();
  }

  int rounds() {
    return fits.values().stream().mapToInt(LargeFit::rounds).max().orElse(0);
  }
}
