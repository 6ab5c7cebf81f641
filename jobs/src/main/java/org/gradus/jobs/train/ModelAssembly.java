package org.gradus.jobs.train;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.model.difficulty.ItemOffsets;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ItemCounts;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * Merges the reducers' parts into the files of the model and of the evaluation, exercise by
 * exercise.
 */
final class ModelAssembly {
  static final String MODEL = "model";
  static final String EXERCISE_MEAN = "exercise mean";
  private static final String MEAN = "mean";
  private static final int OFFSETS = 3;
  private static final int CELLS = 5;

  private final Configuration configuration;
  private final Map<String, Evaluation> evaluations = new LinkedHashMap<>();
  private long trainingAttempts;
  private long trainingCorrects;
  private long exercises;
  private long exercisesFitted;

  ModelAssembly(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Writes all three files.
   *
   * @param parts folder of the reducers' output
   * @param items folder of the item counts, or null
   * @param parameters file for the parameters, gzip; beside it the spreads
   * @param exerciseMetrics file for the metrics by exercise
   */
  void write(Path parts, Path items, Path parameters, Path exerciseMetrics) throws IOException {
    try (TrainParts lines = open(parts, ModelAssembly::exerciseOfPart);
        TrainParts counts = open(items, line -> ItemCounts.fromJson(line).exercise());
        BufferedWriter parameterLines = gzip(parameters);
        BufferedWriter spreadLines =
            gzip(new Path(parameters.getParent(), KnowledgeModel.SPREAD_FILE));
        BufferedWriter metricLines = plain(exerciseMetrics)) {
      takeSums(lines);
      while (lines.peekExercise() != null) {
        String name = lines.peekExercise();
        String[] cells = next(lines);
        ExerciseParameters exercise =
            withItems(ExerciseParameters.fromJson(cells[0]), counts, cells[OFFSETS]);
        exercises++;
        trainingAttempts += exercise.attempts();
        trainingCorrects += exercise.corrects();
        exercisesFitted += exercise.fitted() ? 1 : 0;
        parameterLines.append(exercise.toJson()).append('\n');
        metricLines.append(metrics(name, cells, lines)).append('\n');
        spreadLines.append(cells[2]).append(cells[2].isEmpty() ? "" : "\n");
      }
    }
  }

  /**
   * The cells of the next exercise's line, and the sums of those reducers that it was the last of.
   */
  private String[] next(TrainParts lines) throws IOException {
    String[] cells = lines.next().split("\t", CELLS);
    takeSums(lines);
    return cells;
  }

  /** Lines with a reducer's sums have no exercise, and come as soon as they are the next of it. */
  private void takeSums(TrainParts lines) throws IOException {
    while ("".equals(lines.peekExercise())) {
      merge(JsonReader.readObject(lines.next().split("\t", 2)[1]));
    }
  }

  /** With the sums of all reducers that have scored the exercise; they have fitted none of it. */
  private String metrics(String exercise, String[] cells, TrainParts lines) throws IOException {
    if (cells.length < CELLS) {
      return cells[1];
    }
    ExerciseScore score = ExerciseScore.fromJson(cells[CELLS - 1]);
    while (exercise.equals(lines.peekExercise())) {
      score.merge(ExerciseScore.fromJson(next(lines)[CELLS - 1]));
    }
    Map<String, Object> line = JsonReader.readObject(cells[1]);
    score.writeTo(line);
    return JsonWriter.write(line);
  }

  private static ExerciseParameters withItems(
      ExerciseParameters exercise, TrainParts counts, String offsets) throws IOException {
    return exercise.exercise().equals(counts.peekExercise())
        ? exercise.withItems(
            ItemCounts.fromJson(counts.next())
                .with(ItemOffsets.fromJson((List<?>) JsonReader.read(offsets))))
        : exercise;
  }

  @SuppressWarnings("unchecked")
  private void merge(Map<String, Object> sums) {
    sums.forEach(
        (name, part) ->
            evaluations
                .computeIfAbsent(name, none -> new Evaluation())
                .merge(Evaluation.fromJson((Map<String, Object>) part)));
  }

  private TrainParts open(Path folder, java.util.function.Function<String, String> exerciseOf)
      throws IOException {
    TrainParts merge = new TrainParts(exerciseOf);
    if (folder != null) {
      for (Path part : DifficultyFiles.parts(folder, configuration)) {
        merge.add(DifficultyFiles.open(part, configuration));
      }
    }
    return merge;
  }

  private static String exerciseOfPart(String line) {
    return line.startsWith(TrainParts.SUMS)
        ? ""
        : ExerciseParameters.fromJson(line.split("\t", 2)[0]).exercise();
  }

  private BufferedWriter gzip(Path file) throws IOException {
    return writer(new GZIPOutputStream(file.getFileSystem(configuration).create(file), 1 << 16));
  }

  private BufferedWriter plain(Path file) throws IOException {
    return writer(file.getFileSystem(configuration).create(file));
  }

  private static BufferedWriter writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /**
   * Sums over all held-out predictions: of the model, of the exercises' shares of corrects and of
   * the share of all of them, and of the other baselines, by name.
   */
  Map<String, Evaluation> evaluations() {
    Map<String, Evaluation> all = new LinkedHashMap<>();
    double mean = (trainingCorrects + 1.0) / (trainingAttempts + 2.0);
    evaluations.forEach(
        (name, evaluation) -> {
          all.put(name, evaluation);
          if (name.equals(EXERCISE_MEAN)) {
            all.put(MEAN, evaluation.withConstant(mean));
          }
        });
    return all;
  }

  long exercises() {
    return exercises;
  }

  long exercisesFitted() {
    return exercisesFitted;
  }
}
