package org.gradus.jobs.generate;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedExercise;
import org.gradus.model.simulate.SimulatedItem;

/** Completes {@code _truth} beside the shards: what is planted, and how well it can be found. */
final class TruthFolder {
  private final FileSystem files;
  private final Path output;

  TruthFolder(FileSystem files, Path output) {
    this.files = files;
    this.output = output;
  }

  private Path truth(String name) {
    return new Path(new Path(output, OutputFiles.TRUTH), name);
  }

  private Writer writer(String name) throws IOException {
    return new OutputStreamWriter(files.create(truth(name), true), StandardCharsets.UTF_8);
  }

  /** Writes exercises.csv and items.csv. */
  void writeExercises(SimulatedClass simulated) throws IOException {
    try (Writer exercises = writer("exercises.csv");
        Writer items = writer("items.csv")) {
      exercises.write("exercise_id,topic,difficulty,typical_seconds\n");
      items.write("exercise_id,problem_id,problem_type,difficulty\n");
      for (SimulatedExercise exercise : simulated.exercises()) {
        exercises.write(line(exercise));
        for (SimulatedItem item : exercise.items()) {
          items.write(line(exercise, item));
        }
      }
    }
  }

  private static String line(SimulatedExercise exercise) {
    return String.format(
        Locale.ROOT,
        "%s,%d,%.6f,%.3f\n",
        exercise.name(),
        exercise.topic() + 1,
        exercise.difficulty(),
        exercise.typicalSeconds());
  }

  private static String line(SimulatedExercise exercise, SimulatedItem item) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%.6f\n",
        exercise.name(),
        item.name(),
        item.problemType(),
        item.difficulty());
  }

  /** Turns the evaluation that the job has left into truth.json. */
  Evaluation writeTruth(SimulatedClass simulated, OutputFiles layout, Counters counters)
      throws IOException {
    Path left = new Path(output, OutputFiles.EVALUATION);
    Evaluation evaluation;
    try (FSDataInputStream in = files.open(left)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      evaluation = Evaluation.fromJson(JsonReader.readObject(text));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "gradus-truth-1");
    json.put("options", simulated.options().toJson());
    json.put("students", count(counters, GenerateCounter.STUDENTS));
    json.put("attempts", count(counters, GenerateCounter.ATTEMPTS));
    json.put("lines", count(counters, GenerateCounter.LINES));
    json.put("dirt", dirt(layout, counters));
    json.put("best", metrics(evaluation));
    try (Writer out = writer("truth.json")) {
      out.write(JsonWriter.write(json) + "\n");
    }
    files.delete(left, false);
    return evaluation;
  }

  private static long count(Counters counters, Enum<?> counter) {
    return counters.findCounter(counter).getValue();
  }

  private static Map<String, Object> dirt(OutputFiles layout, Counters counters) {
    Map<String, Object> dirt = new LinkedHashMap<>();
    long malformed = 0;
    for (Dirt kind : Dirt.values()) {
      long planted = count(counters, kind);
      dirt.put(kind.name().toLowerCase(Locale.ROOT), planted);
      malformed += kind.isMalformed() ? planted : 0;
    }
    dirt.put("malformed", malformed);
    dirt.put("byte_order_marks", layout.byteOrderMarks());
    return dirt;
  }

  private static Map<String, Object> metrics(Evaluation evaluation) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("auc", evaluation.auc());
    metrics.put("log_loss", evaluation.total().logLoss());
    metrics.put("rmse", evaluation.total().rmse());
    metrics.put("accuracy", evaluation.total().accuracy());
    metrics.put("calibration_error", evaluation.calibrationError());
    metrics.put("share_correct", evaluation.total().shareCorrect());
    return metrics;
  }
}
