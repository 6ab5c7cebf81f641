package org.gradus.jobs.train;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ItemCounts;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * Merges the reducers' parts into the files of the model and of the evaluation, exercise by
 * exercise.
 */
final class ModelAssembly {
  private final Configuration configuration;
  private final Evaluation evaluation = new Evaluation();
  private final Evaluation baseline = new Evaluation();
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
      while (lines.peekExercise() != null) {
        String[] cells = lines.next().split("\t", 3);
        if (cells[0].equals(TrainParts.SUMS)) {
          merge(JsonReader.readObject(cells[1]));
        } else {
          ExerciseParameters exercise = withItems(ExerciseParameters.fromJson(cells[0]), counts);
          exercises++;
          exercisesFitted += exercise.fitted() ? 1 : 0;
          parameterLines.append(exercise.toJson()).append('\n');
          metricLines.append(cells[1]).append('\n');
          spreadLines.append(cells[2]).append(cells[2].isEmpty() ? "" : "\n");
        }
      }
    }
  }

  private static ExerciseParameters withItems(ExerciseParameters exercise, TrainParts counts)
      throws IOException {
    return exercise.exercise().equals(counts.peekExercise())
        ? exercise.withItems(ItemCounts.fromJson(counts.next()))
        : exercise;
  }

  @SuppressWarnings("unchecked")
  private void merge(Map<String, Object> sums) {
    evaluation.merge(Evaluation.fromJson((Map<String, Object>) sums.get("model")));
    baseline.merge(Evaluation.fromJson((Map<String, Object>) sums.get("exercise mean")));
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

  /** Sums over all held-out predictions. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** Sums over all held-out predictions from the exercises' shares of corrects. */
  Evaluation baseline() {
    return baseline;
  }

  long exercises() {
    return exercises;
  }

  long exercisesFitted() {
    return exercisesFitted;
  }
}
