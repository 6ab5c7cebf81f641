package org.gradus.model.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;

/**
 * What a store says about the version in force. As JSON: {@code {"format":"gradus-pointer-1",
 * "version":"v...","newest":"v...","changedAt":"2026-01-05T02:00:00Z","because":"published"}}.
 * Versions after {@code version} up to {@code newest} have been rolled back. Immutable.
 */
public final class VersionPointer {
  private static final String FORMAT = "gradus-pointer-1";

  private final VersionName version;
  private final VersionName newest;
  private final String changedAt;
  private final String because;

  /**
   * A pointer.
   *
   * @param version the version in force
   * @param newest the newest version when the pointer was set, {@code version} itself or a later
   *     one
   * @param changedAt when it was set, ISO 8601
   * @param because {@code published} or {@code rolled back}
   */
  public VersionPointer(VersionName version, VersionName newest, String changedAt, String because) {
    this.version = version;
    this.newest = newest;
    this.changedAt = changedAt;
    this.because = because;
  }

  /**
   * The pointer whose {@link #toJson} this is.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static VersionPointer fromJson(String text) {
    Map<String, Object> json = JsonReader.readObject(text);
    if (!FORMAT.equals(json.get("format"))) {
      throw new IllegalArgumentException(
          "its format is '" + json.get("format") + "', not '" + FORMAT + "'");
    }
    return new VersionPointer(
        VersionName.parse(String.valueOf(json.get("version"))),
        VersionName.parse(String.valueOf(json.get("newest"))),
        String.valueOf(json.get("changedAt")),
        String.valueOf(json.get("because")));
  }

  /** As one line of JSON. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("version", version.toString());
    json.put("newest", newest.toString());
    json.put("changedAt", changedAt);
    json.put("because", because);
    return JsonWriter.write(json) + "\n";
  }

  /** The version in force. */
  public VersionName version() {
    return version;
  }

  /** The newest version when the pointer was set. */
  public VersionName newest() {
    return newest;
  }

  /** Whether a version was in force, or on its way to be, and has been rolled back. */
  public boolean isRolledBack(VersionName name) {
    return name.compareTo(version) > 0 && name.compareTo(newest) <= 0;
  }
}
