package org.gradus.jobs.estimate;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.SettingsException;

/** What a run has cost, step by step, from the manifests in its work folder. Immutable. */
final class MeasuredRun {
  private static final String FEATURES = "gradus.features.set";

  private final Path work;
  private final Map<String, Map<String, Object>> manifests = new LinkedHashMap<>();

  /**
   * Reads a work folder.
   *
   * @throws SettingsException when no run has ended there
   */
  MeasuredRun(Path work, Configuration configuration) throws IOException {
    this.work = work;
    List<Map<String, Object>> found = new ArrayList<>();
    for (Path file : manifestFiles(configuration)) {
      found.add(JsonFile.read(file, configuration));
    }
    found.sort(Comparator.comparing(manifest -> String.valueOf(manifest.get("startedAt"))));
    found.forEach(manifest -> manifests.put(String.valueOf(manifest.get("step")), manifest));
    if (!manifests.containsKey("sort") || !manifests.containsKey("train")) {
      throw new SettingsException(
          "--measured names "
              + work
              + ", where no run has got through sort and train; name the"
              + " work folders of finished runs.");
    }
    manifests.values().forEach(this::checkProcessorTime);
  }

  private void checkProcessorTime(Map<String, Object> manifest) {
    if (!manifest.containsKey("cpuSeconds")) {
      throw new SettingsException(
          String.format(
              "The run in %s cannot be measured: the processor time of step '%s' is not known, as where other steps ran in the same process ('gradus batch', gradus.run.steps-at-once); measure runs one by one.",
              work, manifest.get("step")));
    }
  }

  private List<Path> manifestFiles(Configuration configuration) throws IOException {
    FileSystem files = work.getFileSystem(configuration);
    List<Path> found = new ArrayList<>();
    try {
      for (FileStatus child : files.listStatus(work)) {
        Path manifest = new Path(child.getPath(), "manifest.json");
        boolean isOutput = child.isDirectory() && !child.getPath().getName().startsWith(".");
        if (isOutput && files.exists(manifest)) {
          found.add(manifest);
        }
      }
    } catch (FileNotFoundException e) {
      throw new SettingsException("--measured names " + work + ", which is not there.");
    }
    return found;
  }

  /** Number of attempts kept. */
  double attempts() {
    Map<?, ?> figures = (Map<?, ?>) manifests.get("sort").get("figures");
    return ((Number) figures.get("attempts kept")).doubleValue();
  }

  /** Its steps, in the order in which they ran. */
  Set<String> steps() {
    return manifests.keySet();
  }

  /** What a step has cost. */
  double cost(String step, Quantity quantity) {
    return quantity.in(manifests.get(step));
  }

  /**
   * Refuses to be fitted together with a run of other steps or features.
   *
   * @throws SettingsException naming both
   */
  void checkLike(MeasuredRun other) {
    if (!features().equals(other.features()) || !steps().equals(other.steps())) {
      throw new SettingsException(
          String.format(
              "The runs in %s (steps %s, features %s) and %s (steps %s, features %s) cannot be fitted together; measure runs that differ in size alone.",
              work, steps(), features(), other.work, other.steps(), other.features()));
    }
  }

  private String features() {
    Map<?, ?> basis = (Map<?, ?>) manifests.get("train").get("basis");
    return String.valueOf(((Map<?, ?>) basis.get("settings")).get(FEATURES));
  }
}
