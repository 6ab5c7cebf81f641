package org.gradus.jobs.dashboard;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/**
 * Monitored days and a store whose truth is known: predictions are honest, but from the last week
 * on the answers to one exercise, {@link #BROKEN}, are tossed by a coin. Two versions, the second
 * from the middle day on.
 */
final class SimulatedDays {
  /** The exercise that has become worse; its name is no formula and no markup. */
  static final String BROKEN = "=cmd|'<b>broken</b>'";

  static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  static final VersionName OLD = VersionName.of(1, "aaaaaaaaaaaa");
  static final VersionName NEW = VersionName.of(2, "bbbbbbbbbbbb");

  private final int exercises;
  private final int days;
  private final int answers;

  /** So many exercises on so many days, each with so many answers on a day. */
  SimulatedDays(int exercises, int days, int answers) {
    this.exercises = exercises;
    this.days = days;
    this.answers = answers;
  }

  static String name(int exercise) {
    return exercise == 0 ? BROKEN : String.format("exercise %04d", exercise);
  }

  /** Writes the days; the last but one has not been monitored. */
  String writeDays(File folder) throws IOException {
    MonitorFolder monitor = MonitorFolder.at(folder.getPath(), new Configuration());
    for (int day = 0; day < days; day++) {
      if (day == days - 2) {
        continue;
      }
      VersionName version = day < days / 2 ? OLD : NEW;
      MonitoredDay monitored = new MonitoredDay(FIRST.plusDays(day), version.toString());
      for (int exercise = 0; exercise < exercises; exercise++) {
        monitored.add(name(exercise), sums(day, exercise));
      }
      monitor.write(monitored);
    }
    String alert = "the rise of the log loss over that at training is 0.2 but may be at most 0.05";
    monitor.writeAlerts(FIRST.plusDays(days - 1L), Map.of("alerts", List.of(alert)));
    return folder.getPath();
  }

  private DailySums sums(int day, int exercise) {
    Random random = new Random(1_000_003L * day + exercise);
    DailySums sums = new DailySums();
    boolean broken = exercise == 0 && day >= days - 7;
    for (int i = 0; i < answers; i++) {
      double probability = 1 / (1 + Math.exp(-1 - 1.3 * random.nextGaussian()));
      boolean correct = random.nextDouble() < (broken ? 0.5 : probability);
      sums.add(probability, correct, i % 5 == 0, i % 20, i, 0.3);
    }
    return sums;
  }

  /** Writes a store with both versions, the second in force. */
  String writeStore(File folder) throws IOException {
    Path root = folder.toPath();
    for (VersionName version : List.of(OLD, NEW)) {
      TrainingReference reference = new TrainingReference();
      for (int exercise = 0; exercise < exercises; exercise++) {
        reference.addExercise(name(exercise), 500, 0.5);
      }
      Map<String, Object> lineage = new LinkedHashMap<>();
      lineage.put("version", version.toString());
      lineage.put("publishedAt", "2025-03-0" + version.number() + "T04:00:00Z");
      lineage.put("metrics", Map.of("log_loss", 0.5, "auc", 0.75));
      lineage.put("reference", reference.toJson());
      Path versionFolder = Files.createDirectories(root.resolve("versions/" + version));
      Files.writeString(versionFolder.resolve("lineage.json"), JsonWriter.write(lineage));
    }
    Files.writeString(
        root.resolve("current.json"),
        new VersionPointer(NEW, NEW, "2025-03-02T04:00:00Z", "published").toJson());
    return folder.getPath();
  }
}
