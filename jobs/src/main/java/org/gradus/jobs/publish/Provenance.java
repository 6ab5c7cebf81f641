package org.gradus.jobs.publish;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Manifest;

/**
 * What a model was made from: the manifests of the training step and of all steps that it depends
 * on, found by their fingerprints in the work folder and in those that it has borrowed from.
 */
final class Provenance {
  private final Path work;
  private final Configuration configuration;
  private final Map<String, Map<String, Object>> manifests = new HashMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();
  private final Map<String, Object> steps = new TreeMap<>();
  private final Map<String, Object> inputs = new TreeMap<>();

  private Provenance(Path work, Configuration configuration) {
    this.work = work;
    this.configuration = configuration;
  }

  /**
   * Parts of a lineage: {@code workFolder}, {@code code} and {@code settings} of the training,
   * {@code inputs} (files from outside by step) and {@code steps}.
   *
   * @throws java.io.FileNotFoundException when no model has been trained
   * @throws SettingsException when the model rests on outputs that are no longer there
   */
  static Map<String, Object> of(Path work, Configuration configuration) throws IOException {
    Provenance provenance = new Provenance(work, configuration);
    Map<String, Object> train =
        JsonFile.read(new Path(work, "train/" + Manifest.FILE), configuration);
    provenance.readAll(work);
    provenance.follow(train);
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("workFolder", work.toString());
    parts.put("code", member(train, "basis").get("code"));
    parts.put("inputs", provenance.inputs);
    parts.put("settings", member(train, "basis").get("settings"));
    parts.put("steps", provenance.steps);
    return parts;
  }

  /** Reads the manifests of a work folder, which may be gone. */
  private void readAll(Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    if (!folders.add(folder) || !files.exists(folder)) {
      return;
    }
    for (FileStatus child : files.listStatus(folder)) {
      Path file = new Path(child.getPath(), Manifest.FILE);
      if (child.isDirectory() && files.exists(file)) {
        Map<String, Object> manifest = JsonFile.read(file, configuration);
        manifests.put(String.valueOf(manifest.get("fingerprint")), manifest);
      }
    }
  }

  private void follow(Map<String, Object> train) throws IOException {
    Deque<Map<String, Object>> open = new ArrayDeque<>();
    open.add(train);
    while (!open.isEmpty()) {
      Map<String, Object> manifest = open.remove();
      String step = String.valueOf(manifest.get("step"));
      if (steps.put(step, summary(manifest)) != null) {
        continue;
      }
      Map<String, Object> basis = member(manifest, "basis");
      if (!isEmpty(basis.get("external"))) {
        inputs.put(step, basis.get("external"));
      }
      for (String lender : lenders(manifest)) {
        readAll(new Path(lender));
      }
      member(basis, "inputs").forEach((dataset, made) -> open.add(writer(step, dataset, made)));
    }
  }

  @SuppressWarnings("unchecked") // a manifest names folders as texts
  private static List<String> lenders(Map<String, Object> manifest) {
    return (List<String>) manifest.getOrDefault("borrowedFrom", List.of());
  }

  private static boolean isEmpty(Object external) {
    return external == null || external.equals(List.of()) || external.equals(Map.of());
  }

  private Map<String, Object> writer(String step, String dataset, Object fingerprint) {
    Map<String, Object> manifest = manifests.get(String.valueOf(fingerprint));
    if (manifest == null) {
      throw new SettingsException(
          String.format(
              "The model in %s is not up to date: step '%s' has read a dataset '%s' that has been"
                  + " made again or removed since (looked for in %s); run 'gradus run --work %s'"
                  + " first.",
              work,
              step,
              dataset,
              folders.stream().map(Path::toString).collect(Collectors.joining(", ")),
              work));
    }
    return manifest;
  }

  private static Map<String, Object> summary(Map<String, Object> manifest) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String name : new String[] {"fingerprint", "startedAt", "secondsTaken", "figures"}) {
      summary.put(name, manifest.get(name));
    }
    summary.put("code", member(manifest, "basis").get("code"));
    summary.put("settings", member(manifest, "basis").get("settings"));
    return summary;
  }

  @SuppressWarnings("unchecked") // JsonReader gives texts as names.
  private static Map<String, Object> member(Map<String, Object> object, String name) {
    Object value = object.get(name);
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }
}
