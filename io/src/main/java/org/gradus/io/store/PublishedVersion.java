package org.gradus.io.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gradus.model.evaluate.TrainingReference;
import org.gradus.model.json.JsonReader;
import org.gradus.model.knowledge.VersionName;

/** A version of a store as its {@code lineage.json} tells of it. Immutable. */
public final class PublishedVersion {
  private final Map<String, Object> lineage;

  private PublishedVersion(Map<String, Object> lineage) {
    this.lineage = lineage;
  }

  /**
   * The version whose lineage this is.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static PublishedVersion ofLineage(String text) {
    PublishedVersion version = new PublishedVersion(JsonReader.readObject(text));
    version.name();
    return version;
  }

  /** Its name. */
  public VersionName name() {
    return VersionName.parse(String.valueOf(lineage.get("version")));
  }

  /** SHA-256 of the model, as {@link ModelFolder#digest}. */
  public String content() {
    return String.valueOf(lineage.get("content"));
  }

  /** When it was published. */
  public Instant publishedAt() {
    return Instant.parse(String.valueOf(lineage.get("publishedAt")));
  }

  /** A metric on held-out students, such as {@code log_loss}; NaN when it is not defined. */
  public double metric(String metric) {
    Object metrics = lineage.get("metrics");
    Object value = metrics instanceof Map ? ((Map<?, ?>) metrics).get(metric) : null;
    return value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
  }

  /** What its training was like; empty for one that was published before this was kept. */
  public Optional<TrainingReference> reference() {
    Object reference = lineage.get("reference");
    return reference instanceof Map
        ? Optional.of(TrainingReference.fromJson((Map<?, ?>) reference))
        : Optional.empty();
  }
}
