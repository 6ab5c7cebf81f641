package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * All that a step's output depends on: the program, the step's settings but for secrets, the
 * datasets that it reads (by the fingerprints of the steps that wrote them) and files from outside.
 * Immutable.
 */
final class Basis {
  private final Map<String, Object> parts = new LinkedHashMap<>();

  /**
   * Collects the basis of a step.
   *
   * @param inputs fingerprint of the writer of each dataset read
   */
  Basis(Step step, Configuration configuration, String code, Map<String, String> inputs)
      throws IOException {
    Map<String, Object> settings = new TreeMap<>();
    for (Key<?> key : step.keys()) {
      if (!key.isSecret()) {
        settings.put(key.name(), configuration.getTrimmed(key.name(), key.defaultText()));
      }
    }
    parts.put("code", code);
    parts.put("settings", settings);
    parts.put("inputs", new TreeMap<>(inputs));
    parts.put(
        "external", ExternalInputs.describe(step.externalInputs(configuration), configuration));
  }

  /** Equal for equal bases, and as good as never for others: 64 hexadecimal digits. */
  String fingerprint() {
    return Digest.of(JsonWriter.write(parts));
  }

  /** For the manifest. */
  Map<String, Object> toJson() {
    return parts;
  }

  /** The first thing that is different from the basis in an older manifest, as a short reason. */
  String difference(Map<String, Object> older) {
    Map<String, Object> now = JsonReader.readObject(JsonWriter.write(toJson()));
    for (Map.Entry<String, Object> setting : settings(now).entrySet()) {
      Object before = settings(older).get(setting.getKey());
      if (!Objects.equals(before, setting.getValue())) {
        return String.format(
            "%s was '%s' and is '%s'", setting.getKey(), before, setting.getValue());
      }
    }
    if (!Objects.equals(now.get("inputs"), older.get("inputs"))) {
      return "a step before it has changed";
    }
    if (!Objects.equals(now.get("external"), older.get("external"))) {
      return "input files have changed";
    }
    return Objects.equals(now.get("code"), older.get("code"))
        ? "a setting has changed"
        : "the program has changed";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> settings(Map<String, Object> parts) {
    Object settings = parts.get("settings");
    return settings instanceof Map ? (Map<String, Object>) settings : Map.of();
  }
}
