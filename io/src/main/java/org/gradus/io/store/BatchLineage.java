package org.gradus.io.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.io.settings.DataException;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.VersionName;

/**
 * Where a batch of predictions comes from: {@code batch}, {@code number}, {@code version} (of the
 * model that predicted), {@code content} (SHA-256 of the predictions), {@code deliveredAt}, {@code
 * deliveredBy}, {@code pseudonyms} (name of the key under which students have them, or empty), what
 * the predictions tell of themselves, and {@code forgotten}, the proofs of students taken out
 * since. Immutable.
 */
public final class BatchLineage {
  /** Member that the proofs are in. */
  public static final String FORGOTTEN = "forgotten";

  private static final String FORMAT = "gradus-batch-1";
  private static final int DIGITS = 12;

  private final Map<String, Object> document;

  private BatchLineage(Map<String, Object> document) {
    this.document = document;
  }

  /**
   * The lineage of a new batch, whose name is the number and the beginning of the content, such as
   * {@code b000012-3f2a9c01b7de}.
   *
   * @param number from 1
   * @param content 64 hexadecimal digits
   * @param rest further members
   */
  public static BatchLineage of(
      long number, VersionName version, String content, Map<String, Object> rest) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put(
        "batch", String.format(Locale.ROOT, "b%06d-%s", number, content.substring(0, DIGITS)));
    document.put("number", number);
    document.put("version", version.toString());
    document.put("content", content);
    document.putAll(rest);
    return new BatchLineage(document);
  }

  /**
   * The lineage whose {@link #toJson} this is.
   *
   * @param where place of the text, for the message
   * @throws DataException when it is not of that form
   */
  public static BatchLineage fromJson(String text, String where) {
    try {
      BatchLineage lineage = new BatchLineage(JsonReader.readObject(text));
      if (!FORMAT.equals(lineage.document.get("format"))) {
        throw new IllegalArgumentException("its format is not '" + FORMAT + "'");
      }
      lineage.version();
      return lineage;
    } catch (IllegalArgumentException e) {
      DataException refusal =
          new DataException(
              "Cannot read the lineage of predictions " + where + ": " + e.getMessage() + ".");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** As JSON, one member a line. */
  public String toJson() {
    return JsonWriter.writeIndented(document) + "\n";
  }

  /** Name of the batch. */
  public String name() {
    return text("batch");
  }

  /** Number of the batch in its store, from 1. */
  public long number() {
    return ((Number) document.get("number")).longValue();
  }

  /** Version of the model that predicted. */
  public VersionName version() {
    return VersionName.parse(text("version"));
  }

  /** When it was delivered. */
  public String deliveredAt() {
    return text("deliveredAt");
  }

  /** SHA-256 of what was delivered. */
  public String content() {
    return text("content");
  }

  /** Name of the key under which students have pseudonyms; empty when they have none. */
  public String pseudonyms() {
    return document.get("pseudonyms") == null ? "" : text("pseudonyms");
  }

  private String text(String member) {
    return String.valueOf(document.get(member));
  }

  /** A proof that a student's records have been taken out of a part of the batch. */
  public static Map<String, Object> proof(String part, Instant at, long before, long after) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("table", part);
    proof.put("at", at.toString());
    proof.put("recordsBefore", before);
    proof.put("recordsAfter", after);
    return proof;
  }

  /** The same with further proofs. */
  public BatchLineage withForgotten(List<Object> proofs) {
    if (proofs.isEmpty()) {
      return this;
    }
    List<Object> all = new ArrayList<>();
    if (document.get(FORGOTTEN) instanceof List) {
      all.addAll((List<?>) document.get(FORGOTTEN));
    }
    all.addAll(proofs);
    Map<String, Object> more = new LinkedHashMap<>(document);
    more.put(FORGOTTEN, all);
    return new BatchLineage(more);
  }
}
