package org.gradus.model.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.hash.StableHash;
import org.gradus.model.json.JsonWriter;

/** Models with made-up parameters, for tests and benchmarks. */
final class SmallModels {
  private SmallModels() {}

  static Map<String, Object> header(String features, int seed) {
    FeatureSet set = FeatureSet.of(features);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", KnowledgeModel.FORMAT);
    header.put("blocks", set.blockNames());
    header.put("features", set.features());
    header.put("exerciseStrength", 20);
    header.put("itemStrength", 6);
    header.put("pooledTheta", theta(set, "pooled", seed));
    return header;
  }

  static double[] theta(FeatureSet set, String exercise, int seed) {
    double[] theta = new double[set.size()];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = 0.2 * (StableHash.unit(StableHash.of(exercise, i + "", seed + "")) - 0.5);
    }
    return theta;
  }

  static String lines(String features, int exercises, int seed) {
    FeatureSet set = FeatureSet.of(features);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < exercises; i++) {
      String name = "exercise_" + i;
      ItemCounts items = new ItemCounts(name);
      for (int item = 0; item < 5; item++) {
        items.add("q" + item, 30 + i % 40 + item, 100);
      }
      lines.append(
          new ExerciseParameters(name, 500, 300, true, theta(set, name, seed))
              .withItems(items)
              .toJson());
      lines.append('\n');
    }
    return lines.toString();
  }

  static KnowledgeModel model(String features, int exercises, int seed) {
    try {
      return KnowledgeModel.read(
          new StringReader(JsonWriter.write(header(features, seed))),
          new BufferedReader(new StringReader(lines(features, exercises, seed))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The n-th answer of a made-up student. */
  static Attempt answer(int student, int n, int exercises) {
    long hash = StableHash.of("answer", student + "", n + "");
    return Attempt.on("exercise_" + (hash >>> 1) % exercises)
        .item("q" + (hash >>> 9) % 7)
        .correct((hash & 3) != 0)
        .epochMillis(1_700_000_000_000L + n * 60_000L)
        .build();
  }
}
