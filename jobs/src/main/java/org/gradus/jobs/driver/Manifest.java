package org.gradus.jobs.driver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * The document beside a step's output, {@code manifest.json}: {@code format}, {@code step}, {@code
 * version}, {@code fingerprint}, {@code startedAt} (ISO 8601, UTC), {@code secondsTaken}, {@code
 * cpuSeconds} (driver and tasks; absent where other steps ran in the same process), {@code
 * bytesWritten} (the output, before replication), {@code files} (their lengths, absent in older
 * ones), {@code figures}, {@code basis} (code, settings, inputs, external files), {@code
 * borrowedFrom} (URIs of other work folders that inputs were read in, see {@link RunKeys#BASE}) and
 * {@code jobs} with their counters. Immutable.
 */
public final class Manifest {
  /** Its name in the folder of the step. */
  public static final String FILE = "manifest.json";

  /** Member with the length of each file of the output, by its path below the step's folder. */
  public static final String FILES = "files";

  private static final String FORMAT = "gradus-manifest-1";

  private final Map<String, Object> document;

  private Manifest(Map<String, Object> document) {
    this.document = document;
  }

  static Manifest of(
      String step,
      Basis basis,
      Collection<String> lenders,
      String startedAt,
      long millisTaken,
      StepRun run) {
    List<Object> jobs = new ArrayList<>();
    run.jobs().forEach(job -> jobs.add(job.toJson()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("step", step);
    document.put("version", CodeVersion.version());
    document.put("fingerprint", basis.fingerprint());
    document.put("startedAt", startedAt);
    document.put("secondsTaken", millisTaken / 1000.0);
    run.processorMillisTaken().ifPresent(millis -> document.put("cpuSeconds", millis / 1000.0));
    document.put("bytesWritten", run.bytesWritten());
    document.put(FILES, run.files());
    document.put("figures", run.figures());
    document.put("basis", basis.toJson());
    document.put("borrowedFrom", List.copyOf(lenders));
    document.put("jobs", jobs);
    return new Manifest(document);
  }

  /** The manifest of a text; empty when it is not one, as of another version of the program. */
  public static Optional<Manifest> read(String text) {
    try {
      return Optional.of(new Manifest(JsonReader.readObject(text)))
          .filter(manifest -> FORMAT.equals(manifest.document.get("format")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What the output was made from; equal when making it again would give the same. */
  public String fingerprint() {
    return String.valueOf(document.get("fingerprint"));
  }

  /** The figures that the step has kept, in order. */
  public Map<String, Object> figures() {
    return object("figures");
  }

  /** Length of each file of the output, by its path in the step's folder; empty in older ones. */
  Map<String, Object> files() {
    return object(FILES);
  }

  Map<String, Object> basis() {
    return object("basis");
  }

  /** The settings that the step ran under, as they are written in a configuration file. */
  public Map<String, Object> settings() {
    return object(basis(), "settings");
  }

  /** Fingerprints of what the step has read, by the name of the dataset. */
  public Map<String, Object> inputs() {
    return object(basis(), "inputs");
  }

  /** The version of the program that the step ran with. */
  public String code() {
    return String.valueOf(basis().get("code"));
  }

  private Map<String, Object> object(String name) {
    return object(document, name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> parent, String name) {
    Object value = parent.get(name);
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  String toJson() {
    return JsonWriter.write(document) + "\n";
  }
}
