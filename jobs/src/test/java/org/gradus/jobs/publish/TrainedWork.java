package org.gradus.jobs.publish;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.Moments;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ExerciseSpread;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * Writes a work folder as training leaves it, with a model that predicts the same for everybody:
 * {@code new TrainedWork(folder).logit(1.5).exercises("a", "b").heldOut(300, 0.8).write()}.
 */
final class TrainedWork {
  private final Path work;
  private Path base;
  private double logit;
  private List<String> exercises = List.of("addition", "fractions");
  private int attempts = 200;
  private double shareRight = 0.75;

  TrainedWork(File work) {
    this.work = work.toPath();
    this.base = this.work;
  }

  /** What came before training is in another work folder. */
  TrainedWork borrowedFrom(File folder) {
    base = folder.toPath();
    return this;
  }

  /** What every prediction is, before the logistic function. */
  TrainedWork logit(double value) {
    logit = value;
    return this;
  }

  TrainedWork exercises(String... names) {
    exercises = List.of(names);
    return this;
  }

  /** Predictions of 0.7 and 0.3, of which a share is on the right side. */
  TrainedWork heldOut(int number, double share) {
    attempts = number;
    shareRight = share;
    return this;
  }

  /** Writes it, in place of what is there, and returns its path. */
  String write() throws IOException {
    Path model = Files.createDirectories(work.resolve("train/model"));
    Files.createDirectories(work.resolve("train/evaluation"));
    Files.createDirectories(base.resolve("sort"));
    Files.writeString(model.resolve(KnowledgeModel.HEADER_FILE), JsonWriter.write(header()));
    double[] theta = {logit};
    writeLines(
        model.resolve(KnowledgeModel.PARAMETERS_FILE),
        exercise -> new ExerciseParameters(exercise, 10, 5, true, theta).toJson());
    Covariance covariance = Covariance.of(new double[][] {{4}});
    writeLines(
        model.resolve(KnowledgeModel.SPREAD_FILE),
        exercise -> new ExerciseSpread(exercise, new Moments(1), covariance).toJson());
    Map<String, Object> evaluations = Map.of("evaluations", Map.of("model", evaluation()));
    write(work.resolve("train/evaluation/overall.json"), evaluations);
    write(
        base.resolve("sort/manifest.json"), manifest("sort", "abc", Map.of(), List.of("log.csv")));
    Map<String, Object> train =
        manifest("train", "t" + logit, Map.of("histories", "abc"), List.of());
    if (!base.equals(work)) {
      train.put("borrowedFrom", List.of(base.toUri().toString()));
    }
    write(work.resolve("train/manifest.json"), train);
    return work.toString();
  }

  private void writeLines(Path file, UnaryOperator<String> line) throws IOException {
    try (BufferedWriter lines =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (String exercise : exercises) {
        lines.write(line.apply(exercise) + "\n");
      }
    }
  }

  private Map<String, Object> header() {
    FeatureSet set = FeatureSet.of("bias");
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", KnowledgeModel.FORMAT);
    header.put("featureSet", set.name());
    header.put("blocks", set.blockNames());
    header.put("features", set.features());
    header.put("pooledTheta", List.of(logit));
    header.put("priorPrecision", List.of(1.0));
    header.put("exerciseStrength", 10.0);
    header.put("itemStrength", 10.0);
    header.put("logit", logit);
    return header;
  }

  private Map<String, Object> evaluation() {
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < attempts; i++) {
      boolean right = i < shareRight * attempts;
      boolean high = i % 2 == 0;
      evaluation.add(high ? 0.7 : 0.3, high == right, 1, 0);
    }
    return evaluation.toJson();
  }

  private static Map<String, Object> manifest(
      String step, String fingerprint, Map<String, Object> inputs, List<String> external) {
    Map<String, Object> basis = new LinkedHashMap<>();
    basis.put("code", "0.1.0-test");
    basis.put("settings", Map.of("gradus." + step + ".x", "1"));
    basis.put("inputs", inputs);
    basis.put("external", external);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("step", step);
    manifest.put("fingerprint", fingerprint);
    manifest.put("basis", basis);
    return manifest;
  }

  private static void write(Path place, Map<String, Object> object) throws IOException {
    Files.writeString(place, JsonWriter.write(object));
  }
}
