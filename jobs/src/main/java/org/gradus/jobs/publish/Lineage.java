package org.gradus.jobs.publish;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.io.settings.DataException;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.VersionName;

/**
 * Where a version comes from, {@code lineage.json}: {@code version}, {@code parent} (the version in
 * force when it was published, or null), {@code content} (SHA-256 of the model), {@code
 * publishedAt}, {@code publishedBy}, {@code gate} (every check with value and limit, and why they
 * were overruled, if so), {@code metrics} on held-out students, {@code exercises}, and of the work
 * folder {@code workFolder}, {@code code}, {@code inputs}, {@code settings} and {@code steps}; last
 * {@code reference}, what new answers are compared with ({@link
 * org.gradus.model.evaluate.TrainingReference}). Immutable.
 */
final class Lineage {
  private static final String FORMAT = "gradus-lineage-1";

  private final Map<String, Object> document;

  private Lineage(Map<String, Object> document) {
    this.document = document;
  }

  /** The lineage of a candidate that becomes a version. */
  static Lineage of(
      VersionName name,
      Optional<VersionName> parent,
      Candidate candidate,
      Verdict verdict,
      String user,
      Instant now) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("version", name.toString());
    document.put("parent", parent.map(VersionName::toString).orElse(null));
    document.put("content", candidate.content());
    document.put("publishedAt", now.toString());
    document.put("publishedBy", user);
    document.put("gate", verdict.toJson());
    document.put("metrics", candidate.metrics());
    document.put("exercises", (long) candidate.model().exercises().size());
    document.putAll(candidate.provenance());
    document.put("reference", candidate.reference().toJson());
    return new Lineage(document);
  }

  /**
   * The lineage whose {@link #toJson} this is.
   *
   * @param where place of the text, for the message
   * @throws DataException when it is not of that form
   */
  static Lineage fromJson(String text, String where) {
    try {
      Lineage lineage = new Lineage(JsonReader.readObject(text));
      if (!FORMAT.equals(lineage.document.get("format"))) {
        throw new IllegalArgumentException("its format is not '" + FORMAT + "'");
      }
      lineage.name();
      lineage.publishedAt();
      return lineage;
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      DataException refusal =
          new DataException("Cannot read the lineage " + where + ": " + e.getMessage() + ".");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  String toJson() {
    return JsonWriter.writeIndented(document) + "\n";
  }

  VersionName name() {
    return VersionName.parse(text("version"));
  }

  /** The version that was in force when it was published. */
  Optional<VersionName> parent() {
    return Optional.ofNullable(document.get("parent"))
        .map(name -> VersionName.parse((String) name));
  }

  /** SHA-256 of the model. */
  String content() {
    return text("content");
  }

  Instant publishedAt() {
    return Instant.parse(text("publishedAt"));
  }

  String publishedBy() {
    return text("publishedBy");
  }

  private String text(String name) {
    return String.valueOf(document.get(name));
  }

  /** A metric on held-out students; NaN when it is not defined. */
  double metric(String name) {
    Object value = ((Map<?, ?>) document.get("metrics")).get(name);
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  /** Number of exercises of the model. */
  long exercises() {
    return ((Number) document.get("exercises")).longValue();
  }

  /** Why the gate was overruled; empty when it was not. */
  String forced() {
    Object forced = ((Map<?, ?>) document.get("gate")).get("forced");
    return forced == null ? "" : String.valueOf(forced);
  }

  /** The version of a name among others. */
  static Optional<Lineage> find(List<Lineage> versions, VersionName name) {
    return versions.stream().filter(version -> version.name().equals(name)).findFirst();
  }
}
