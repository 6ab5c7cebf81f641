package org.gradus.jobs.monitor;

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
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.VersionTable;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ItemCounts;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/**
 * A store whose version in force predicts the same for everybody: {@code new
 * CoinStore(folder).logit(1.5).write()}.
 */
final class CoinStore {
  static final VersionName VERSION = VersionName.of(1, "0123456789ab");

  private static final double STRENGTH = 10;
  private static final int EASY = 900;
  private static final int HARD = 300;

  private final Path root;
  private double logit;
  private double logLossAtTraining = Math.log(2);
  private List<Double> abilities = List.of();

  CoinStore(File root) {
    this.root = root.toPath();
  }

  /** Its items, as a student sees them who is not in its training. */
  static DifficultyView difficulties() {
    DifficultyTable table = new DifficultyTable(STRENGTH, STRENGTH);
    table.add("addition", "easy", EASY, 1000);
    table.add("addition", "hard", HARD, 1000);
    return table.view();
  }

  /** What every prediction is, before the logistic function. */
  CoinStore logit(double value) {
    logit = value;
    return this;
  }

  /** What the lineage says of held-out students. */
  CoinStore logLossAtTraining(double value) {
    logLossAtTraining = value;
    return this;
  }

  /** How able held-out students were known to be, answer by answer; none: it was not kept. */
  CoinStore abilities(List<Double> values) {
    abilities = values;
    return this;
  }

  /** Writes it, and returns its path. */
  String write() throws IOException {
    Path folder = Files.createDirectories(root.resolve("versions/" + VERSION));
    Files.writeString(folder.resolve(KnowledgeModel.HEADER_FILE), JsonWriter.write(header()));
    try (BufferedWriter lines =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(
                    Files.newOutputStream(folder.resolve(KnowledgeModel.PARAMETERS_FILE))),
                StandardCharsets.UTF_8))) {
      ItemCounts items = new ItemCounts("addition");
      items.add("easy", EASY, 1000);
      items.add("hard", HARD, 1000);
      lines.write(
          new ExerciseParameters("addition", 2000, 1200, true, new double[] {logit})
                  .withItems(items)
                  .toJson()
              + "\n");
    }
    Files.writeString(folder.resolve("lineage.json"), JsonWriter.write(lineage()));
    Files.writeString(root.resolve("current.json"), pointer());
    return root.toString();
  }

  /** Writes it, without what is known of the exercise, into an embedded database; its URL. */
  String writeTable() throws IOException {
    String url = "jdbc:h2:" + root + "/table";
    try (VersionTable table = new VersionTable(new Database(url, new Configuration()))) {
      String version = VERSION.toString();
      table.begin(version, 1, JsonWriter.write(header()), JsonWriter.write(lineage()));
      table.complete(version);
      table.point(version, pointer());
    }
    return url;
  }

  private static String pointer() {
    return new VersionPointer(VERSION, VERSION, "2026-01-01T00:00:00Z", "published").toJson();
  }

  private Map<String, Object> header() {
    FeatureSet set = FeatureSet.of("bias");
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", KnowledgeModel.FORMAT);
    header.put("featureSet", set.name());
    header.put("blocks", set.blockNames());
    header.put("features", set.features());
    header.put("pooledTheta", List.of(logit));
    header.put("exerciseStrength", STRENGTH);
    header.put("itemStrength", STRENGTH);
    return header;
  }

  private Map<String, Object> lineage() {
    TrainingReference reference = new TrainingReference();
    Evaluation heldOut = new Evaluation();
    for (int i = 0; i < 2000; i++) {
      heldOut.add(1 / (1 + Math.exp(-logit)), i % 2 == 0, 1, i % 8);
    }
    abilities.forEach(heldOut::addAbility);
    reference.setHeldOut(heldOut);
    reference.addDifficulty(2.2, 1000);
    reference.addDifficulty(-0.85, 1000);
    reference.addExercise("addition", 1000, logLossAtTraining);
    reference.addExercise("fractions", 1000, logLossAtTraining + 0.03);
    Map<String, Object> lineage = new LinkedHashMap<>();
    lineage.put("version", VERSION.toString());
    lineage.put("publishedAt", "2026-01-01T00:00:00Z");
    lineage.put("metrics", Map.of("log_loss", logLossAtTraining));
    lineage.put("reference", reference.toJson());
    return lineage;
  }
}
