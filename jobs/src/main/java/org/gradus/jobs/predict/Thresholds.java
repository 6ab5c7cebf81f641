package org.gradus.jobs.predict;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * P(correct) from which an exercise never met is a challenge card. One line of JSON per exercise:
 * {@code {"exercise":"x","threshold":0.8,"firstAttempts":120}}.
 */
final class Thresholds {
  /** Folder of the lines. */
  static final String FOLDER = "gradus.internal.predict-thresholds";

  private final Map<String, Double> own = new HashMap<>();
  private final double otherwise;

  private Thresholds(double otherwise) {
    this.otherwise = otherwise;
  }

  static String line(String exercise, double threshold, long firstAttempts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exercise", exercise);
    json.put("threshold", threshold);
    json.put("firstAttempts", firstAttempts);
    return JsonWriter.write(json);
  }

  static Thresholds read(Configuration configuration) throws IOException {
    Thresholds thresholds = new Thresholds(PredictKeys.CHALLENGE_PROBABILITY.get(configuration));
    Path folder = new Path(configuration.get(FOLDER));
    for (Path part : DifficultyFiles.parts(folder, configuration)) {
      try (BufferedReader lines = DifficultyFiles.open(part, configuration)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Map<String, Object> json = JsonReader.readObject(line);
          thresholds.own.put(
              (String) json.get("exercise"), ((Number) json.get("threshold")).doubleValue());
        }
      }
    }
    return thresholds;
  }

  double of(String exercise) {
    return own.getOrDefault(exercise, otherwise);
  }
}
