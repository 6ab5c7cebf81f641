package org.gradus.jobs.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.ModelFolder;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.knowledge.KnowledgeModel;

/** The model of a work folder, how good it is and what it was made from. Immutable. */
final class Candidate {
  private static final String OVERALL = "overall.json";

  private final Path folder;
  private final KnowledgeModel model;
  private final String content;
  private final Map<String, Object> metrics;
  private final Map<String, Object> provenance;
  private final TrainingReference reference;

  private Candidate(Path work, Configuration configuration) throws IOException {
    provenance = Provenance.of(work, configuration);
    folder = new Path(work, "train/model");
    ModelFolder files = new ModelFolder(folder.getFileSystem(configuration), folder);
    content = files.digest();
    model = files.load();
    Path judged = new Path(work, "train/evaluation");
    Evaluation evaluation = evaluation(judged, configuration);
    metrics = metrics(evaluation);
    reference = Reference.of(model, files, evaluation, judged, configuration);
  }

  /**
   * The candidate in a work folder.
   *
   * @throws SettingsException when there is none, or steps before the training have run again since
   * @throws DataException when its evaluation cannot be read
   */
  static Candidate of(Path work, Configuration configuration) throws IOException {
    Path qualified = work.getFileSystem(configuration).makeQualified(work);
    try {
      return new Candidate(qualified, configuration);
    } catch (FileNotFoundException e) {
      SettingsException refusal =
          new SettingsException(
              String.format(
                  "There is nothing to publish in %s (%s); run 'gradus run --work %s' first, not with"
                      + " --figures-only.",
                  work, e.getMessage(), work));
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** The sums of the one evaluation, or of all folds together. */
  private static Evaluation evaluation(Path folder, Configuration configuration)
      throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    Evaluation evaluation = new Evaluation();
    if (files.exists(new Path(folder, OVERALL))) {
      evaluation.merge(read(new Path(folder, OVERALL), configuration));
      return evaluation;
    }
    for (FileStatus fold : files.listStatus(folder)) {
      evaluation.merge(read(new Path(fold.getPath(), OVERALL), configuration));
    }
    return evaluation;
  }

  @SuppressWarnings("unchecked") // JsonReader gives texts as names; another shape is caught.
  private static Evaluation read(Path file, Configuration configuration) throws IOException {
    try {
      Map<?, ?> evaluations = (Map<?, ?>) JsonFile.read(file, configuration).get("evaluations");
      return Evaluation.fromJson((Map<String, Object>) evaluations.get("model"));
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      DataException refusal =
          new DataException(
              "Cannot judge a model by " + file + ": " + e.getMessage() + "; train it again.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static Map<String, Object> metrics(Evaluation evaluation) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("auc", orNull(evaluation.auc()));
    metrics.put("log_loss", orNull(evaluation.total().logLoss()));
    metrics.put("rmse", orNull(evaluation.total().rmse()));
    metrics.put("accuracy", orNull(evaluation.total().accuracy()));
    metrics.put("calibration_error", orNull(evaluation.calibrationError()));
    metrics.put("attempts", evaluation.total().attempts());
    return metrics;
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** Folder of the model. */
  Path folder() {
    return folder;
  }

  /** The folder as the user would name it. */
  String shownFolder() {
    boolean local = "file".equals(folder.toUri().getScheme());
    return local ? folder.toUri().getPath() : folder.toString();
  }

  KnowledgeModel model() {
    return model;
  }

  /** SHA-256 of the model. */
  String content() {
    return content;
  }

  /** Metrics on held-out students by name, null where one is not defined. */
  Map<String, Object> metrics() {
    return metrics;
  }

  /** One of the metrics, NaN where it is not defined. */
  double metric(String name) {
    Object value = metrics.get(name);
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  /** What new answers are to be compared with, for its lineage. */
  TrainingReference reference() {
    return reference;
  }

  /** What the model was made from, for its lineage. */
  Map<String, Object> provenance() {
    return provenance;
  }
}
