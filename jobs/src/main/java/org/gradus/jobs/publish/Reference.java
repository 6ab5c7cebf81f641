package org.gradus.jobs.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.store.ModelFolder;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.json.JsonReader;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ItemCounts;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * Gathers what {@code gradus monitor} compares new answers with. All of it is there after a
 * training: histograms of held-out predictions, log losses by exercise, and the counts of items.
 */
final class Reference {
  private static final String EXERCISES = "exercises.jsonl";

  private final FileSystem files;
  private final TrainingReference reference = new TrainingReference();

  private Reference(FileSystem files) {
    this.files = files;
  }

  /** The reference of a model, its evaluation, and the folder that this was read from. */
  static TrainingReference of(
      KnowledgeModel model,
      ModelFolder folder,
      Evaluation evaluation,
      Path evaluationFolder,
      Configuration configuration)
      throws IOException {
    Reference gathered = new Reference(evaluationFolder.getFileSystem(configuration));
    gathered.reference.setHeldOut(evaluation);
    gathered.addDifficulties(model.difficulties(), folder);
    gathered.addExercises(evaluationFolder);
    return gathered.reference;
  }

  private void addDifficulties(DifficultyView view, ModelFolder folder) throws IOException {
    try (BufferedReader lines = folder.parameterLines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ItemCounts counts = ExerciseParameters.fromJson(line).counts();
        counts.forEachItem(
            (item, corrects, attempts) ->
                reference.addDifficulty(view.of(counts.exercise(), item).itemLogit(), attempts));
      }
    }
  }

  /** Of the one evaluation, or of all folds; none where the training has kept none. */
  private void addExercises(Path folder) throws IOException {
    if (files.exists(new Path(folder, EXERCISES))) {
      addLines(new Path(folder, EXERCISES));
      return;
    }
    for (FileStatus child : files.listStatus(folder)) {
      Path lines = new Path(child.getPath(), EXERCISES);
      if (child.isDirectory() && files.exists(lines)) {
        addLines(lines);
      }
    }
  }

  private void addLines(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(JsonReader.readObject(line));
      }
    }
  }

  private void add(Map<String, Object> line) {
    if (line.get("heldOut") instanceof Map) {
      Map<?, ?> heldOut = (Map<?, ?>) line.get("heldOut");
      long attempts = ((Number) heldOut.get("attempts")).longValue();
      if (attempts > 0) {
        double logLoss = ((Number) heldOut.get("logLoss")).doubleValue();
        reference.addExercise((String) line.get("exercise"), attempts, logLoss);
      }
    }
  }
}
