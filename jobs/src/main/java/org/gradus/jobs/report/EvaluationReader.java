package org.gradus.jobs.report;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.model.json.JsonReader;

/**
 * Reads the evaluation that the training step left: one folder, or one with a folder in it for each
 * fold or repetition.
 */
final class EvaluationReader {
  static final String OVERALL = "overall.json";
  static final String EXERCISES = "exercises.jsonl";
  private static final String FOLDS = "(fold|run)-.*";

  private final FileSystem files;

  EvaluationReader(FileSystem files) {
    this.files = files;
  }

  /**
   * The results in a folder.
   *
   * @throws DataException when a file is missing, is not JSON or lacks something
   */
  Results read(Path folder) throws IOException {
    List<Fold> folds = new ArrayList<>();
    for (Path fold : folders(folder)) {
      folds.add(fold(fold));
    }
    try {
      return Results.of(folds);
    } catch (IllegalArgumentException e) {
      throw refusal(folder.toString(), e);
    }
  }

  /** The fold folders, fold-2 before fold-10; the folder itself when it has none. */
  private List<Path> folders(Path folder) throws IOException {
    FileStatus[] found = files.listStatus(folder, path -> path.getName().matches(FOLDS));
    List<Path> folds = new ArrayList<>();
    Arrays.stream(found).filter(FileStatus::isDirectory).forEach(f -> folds.add(f.getPath()));
    folds.sort(
        Comparator.comparingInt((Path path) -> path.getName().length())
            .thenComparing(Path::getName));
    return folds.isEmpty() ? List.of(folder) : folds;
  }

  private Fold fold(Path folder) throws IOException {
    List<ExerciseResult> exercises = exercises(new Path(folder, EXERCISES));
    Path overall = new Path(folder, OVERALL);
    try (BufferedReader reader = open(overall)) {
      StringBuilder text = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        text.append(line).append('\n');
      }
      return Fold.of(folder.getName(), JsonReader.readObject(text.toString()), exercises);
    } catch (IllegalArgumentException e) {
      throw refusal(overall.toString(), e);
    }
  }

  private List<ExerciseResult> exercises(Path path) throws IOException {
    List<ExerciseResult> exercises = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (BufferedReader reader = open(path)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        ExerciseResult result = exercise(line, path + ":" + number);
        if (!names.add(result.exercise)) {
          throw refusal(
              path + ":" + number,
              new IllegalArgumentException("exercise '" + result.exercise + "' is there twice"));
        }
        exercises.add(result);
      }
    }
    return exercises;
  }

  private static ExerciseResult exercise(String line, String where) {
    try {
      return ExerciseResult.fromJson(JsonReader.readObject(line));
    } catch (IllegalArgumentException e) {
      throw refusal(where, e);
    }
  }

  private BufferedReader open(Path path) throws IOException {
    try {
      return new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      throw refusal(path.toString(), new IllegalArgumentException("there is no such file", e));
    }
  }

  private static DataException refusal(String where, IllegalArgumentException reason) {
    DataException refusal =
        new DataException(
            "Cannot report the evaluation in "
                + where
                + ": "
                + reason.getMessage()
                + "; run the train step again.");
    refusal.addSuppressed(reason);
    return refusal;
  }
}
