package org.gradus.jobs.deliver;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.pseudonym.Pseudonyms;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.ModelFolder;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Digest;
import org.gradus.jobs.driver.Manifest;
import org.gradus.model.json.JsonReader;

/** What the predict step has left in a work folder. Immutable. */
final class Predictions {
  private static final List<String> FOLDERS = List.of("students", "thresholds");

  private final FileSystem files;
  private final Path work;
  private final Manifest manifest;
  private final Map<String, String> hashes = new TreeMap<>();
  private final String model;
  private final String pseudonyms;

  private Predictions(FileSystem files, Path work) throws IOException {
    this.files = files;
    this.work = work;
    manifest = manifest("predict");
    requireFresh("model", manifest("train"));
    requireFresh("histories", manifest("sort"));
    Object keyName = manifest("sort").settings().get(Pseudonyms.KEY_NAME.name());
    pseudonyms = keyName == null ? "" : keyName.toString();
    model = new ModelFolder(files, new Path(work, "train/model")).digest();
    for (String folder : FOLDERS) {
      for (FileStatus file : files.listStatus(path(folder))) {
        String name = file.getPath().getName();
        if (name.startsWith("part-")) {
          hashes.put(folder + "/" + name, WholeFile.sha256(files, file.getPath()));
        }
      }
    }
  }

  /**
   * The predictions in a work folder.
   *
   * @throws SettingsException when there are none, or what they were made from has changed since
   */
  static Predictions in(Path work, Configuration configuration) throws IOException {
    FileSystem files = work.getFileSystem(configuration);
    try {
      return new Predictions(files, files.makeQualified(work));
    } catch (FileNotFoundException e) {
      SettingsException refusal =
          new SettingsException(
              String.format(
                  "There is nothing to deliver in %s (%s); run 'gradus predict --work %s' first.",
                  work, e.getMessage(), work));
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private Manifest manifest(String step) throws IOException {
    Path file = new Path(work, step + "/" + Manifest.FILE);
    Optional<Manifest> read = WholeFile.read(files, file).flatMap(Manifest::read);
    return read.orElseThrow(() -> new FileNotFoundException("there is no manifest " + file));
  }

  private void requireFresh(String dataset, Manifest writer) {
    if (!writer.fingerprint().equals(manifest.inputs().get(dataset))) {
      throw new SettingsException(
          String.format(
              "The predictions in %s are not up to date: dataset '%s' has been made again since; run"
                  + " 'gradus predict --work %s' first.",
              work, dataset, work));
    }
  }

  /** The file system that they are on. */
  FileSystem fileSystem() {
    return files;
  }

  /** SHA-256 of each file by its name, such as {@code students/part-m-00000.parquet}. */
  Map<String, String> files() {
    return hashes;
  }

  /** Where a file of that name is. */
  Path path(String name) {
    return new Path(new Path(work, "predict"), name);
  }

  /** The files with a record for each student. */
  List<Path> records() {
    return hashes.keySet().stream()
        .filter(name -> name.endsWith(".parquet"))
        .map(this::path)
        .collect(Collectors.toList());
  }

  /** The thresholds of challenge cards: exercise, threshold, firstAttempts. */
  List<Map<String, Object>> thresholds() throws IOException {
    List<Map<String, Object>> thresholds = new ArrayList<>();
    for (String name : hashes.keySet()) {
      if (name.startsWith("thresholds/")) {
        String lines = WholeFile.read(files, path(name)).orElse("");
        lines.lines().map(JsonReader::readObject).forEach(thresholds::add);
      }
    }
    return thresholds;
  }

  /** SHA-256 of all of it. */
  String content() {
    return Digest.of(hashes.toString());
  }

  /** Digest of the model that predicted. */
  String model() {
    return model;
  }

  /** What a lineage says about them. */
  Map<String, Object> provenance() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("pseudonyms", pseudonyms);
    parts.put("figures", manifest.figures());
    parts.put("workFolder", work.toString());
    parts.put("code", manifest.code());
    parts.put("inputs", manifest.inputs());
    parts.put("settings", manifest.settings());
    parts.put("files", hashes);
    return parts;
  }

  /** The work folder as the user would name it. */
  @Override
  public String toString() {
    return "file".equals(work.toUri().getScheme()) ? work.toUri().getPath() : work.toString();
  }
}
