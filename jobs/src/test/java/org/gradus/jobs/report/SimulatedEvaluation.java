package org.gradus.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonWriter;

/** Writes an evaluation folder as the training step does, from predictions that a test adds. */
final class SimulatedEvaluation {
  private final Evaluation model = new Evaluation();
  private final Evaluation baseline = new Evaluation();
  private final Map<String, List<double[]>> byExercise = new TreeMap<>();
  private final Map<String, Map<String, Object>> baselines = new TreeMap<>();
  private final Map<String, Object> overall = new LinkedHashMap<>();
  private String featureSet = "gradus";

  /** Adds an exercise, so far without held-out attempts. */
  SimulatedEvaluation exercise(String exercise) {
    byExercise.putIfAbsent(exercise, new ArrayList<>());
    return this;
  }

  SimulatedEvaluation add(
      String exercise, double predicted, double mean, boolean correct, int opportunity) {
    exercise(exercise);
    model.add(predicted, correct, opportunity, 0);
    baseline.add(mean, correct, opportunity, 0);
    byExercise.get(exercise).add(new double[] {predicted, mean, correct ? 1 : 0});
    return this;
  }

  /** Says how a published model predicted an exercise's held-out attempts. */
  SimulatedEvaluation published(String exercise, String name, double logLoss, double auc) {
    baselines
        .computeIfAbsent(exercise, none -> new LinkedHashMap<>())
        .put(name, Map.of("logLoss", logLoss, "auc", auc));
    return this;
  }

  SimulatedEvaluation featureSet(String name) {
    featureSet = name;
    return this;
  }

  /** Puts another value in the place of a member of overall.json. */
  SimulatedEvaluation with(String member, Object value) {
    overall.put(member, value);
    return this;
  }

  /** A class of students who learn, on exercises of every size; the same for the same seed. */
  static SimulatedEvaluation ofClass(int exercises, long seed, String... names) {
    Random random = new Random(seed);
    SimulatedEvaluation simulated = new SimulatedEvaluation();
    for (int e = 0; e < exercises; e++) {
      String name =
          e < names.length ? names[e] : String.format("exercise_%04d_of_topic_%02d", e, e % 40);
      double easiness = 1 + 1.2 * random.nextGaussian();
      double skill = 0.7 + 0.8 * random.nextDouble();
      int attempts = (int) Math.exp(1 + 5 * random.nextDouble());
      simulated.exercise(name);
      for (int a = 0; a < attempts; a++) {
        int opportunity = 1 + (int) (-7 * Math.log(1 - random.nextDouble()));
        double truth = easiness + skill * random.nextGaussian() + 0.4 * Math.log(opportunity) - 0.5;
        double seen = easiness + (truth - easiness) * 0.9 + 0.35 * random.nextGaussian();
        boolean correct = random.nextDouble() < sigmoid(truth);
        simulated.add(name, sigmoid(seen), sigmoid(0.9 * easiness), correct, opportunity);
      }
    }
    return simulated;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Writes overall.json and exercises.jsonl; creates the folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("overall.json"), JsonWriter.write(overall()));
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (String exercise : byExercise.keySet()) {
      lines.append(JsonWriter.write(line(exercise, number++))).append('\n');
    }
    Files.writeString(folder.resolve("exercises.jsonl"), lines);
  }

  private Map<String, Object> overall() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "gradus-evaluation-1");
    json.put("students", 7L);
    json.put("trainingStudents", 40L);
    json.put("trainingAttempts", 1000L);
    json.put("exercisesFitted", (byExercise.size() * 6L) / 7);
    json.put("exercises", (long) byExercise.size());
    json.put("features", List.of("bias", "ewma_3"));
    json.put("featureSet", featureSet);
    Map<String, Object> evaluations = new LinkedHashMap<>();
    evaluations.put("model", model.toJson());
    evaluations.put("exercise mean", baseline.toJson());
    baselines.values().stream()
        .flatMap(byName -> byName.keySet().stream())
        .forEach(name -> evaluations.put(name, baseline.toJson()));
    json.put("evaluations", evaluations);
    json.putAll(overall);
    return json;
  }

  private Map<String, Object> line(String exercise, int number) {
    Evaluation held = new Evaluation();
    PredictionSums mean = new PredictionSums();
    for (double[] attempt : byExercise.get(exercise)) {
      held.add(attempt[0], attempt[2] == 1, 1, 0);
      mean.add(attempt[1], attempt[2] == 1);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("fit", number % 7 == 3 ? "prior" : "fitted");
    json.put("trainingAttempts", 20L);
    json.put("trainingCorrects", 15L);
    json.put("iterations", 4L);
    json.put("heldOut", held.total().attempts() == 0 ? null : heldOut(held));
    json.put("baselineLogLoss", mean.logLoss());
    json.put("baselines", baselines.getOrDefault(exercise, Map.of()));
    return json;
  }

  private static Map<String, Object> heldOut(Evaluation held) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attempts", held.total().attempts());
    json.put("corrects", held.total().corrects());
    json.put("meanProbability", held.total().meanProbability());
    json.put("logLoss", held.total().logLoss());
    json.put("auc", held.auc());
    json.put("rmse", held.total().rmse());
    json.put("accuracy", held.total().accuracy());
    return json;
  }
}
