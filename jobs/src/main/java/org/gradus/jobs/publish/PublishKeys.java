package org.gradus.jobs.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.jdbc.Database;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.RunKeys;

/** Settings of publishing. */
final class PublishKeys {
  static final Key<String> STORE =
      Key.text(
              "gradus.publish.store",
              "",
              "Store of published models: a folder, as a path or URI, or a database,"
                  + " jdbc:postgresql://HOST/DATABASE or, embedded, jdbc:h2:/PATH.")
          .withOption("--store");

  static final Key<String> FORCE =
      Key.text(
              "gradus.publish.force-reason",
              "",
              "Why a model is published although the gate refuses it; kept in its lineage. Empty:"
                  + " what the gate refuses is not published.")
          .withOption("--force");

  static final Key<Long> LEAST_ATTEMPTS =
      Key.whole(
          "gradus.publish.min-held-out-attempts",
          100,
          0,
          Long.MAX_VALUE,
          "Held-out attempts that the metrics of a model must at least rest on.");

  static final Key<Double> MOST_LOG_LOSS =
      Key.number(
          "gradus.publish.max-log-loss",
          0.7,
          0,
          100,
          "Largest held-out log loss of a model, in nats; a coin has 0.6931.");

  static final Key<Double> LEAST_AUC =
      Key.number("gradus.publish.min-auc", 0.5, 0, 1, "Smallest held-out AUC of a model.");

  static final Key<Double> MOST_LOG_LOSS_RISE =
      Key.number(
          "gradus.publish.max-log-loss-rise",
          0.01,
          0,
          100,
          "How much the held-out log loss of a model may be above that of the version in force, in"
              + " nats.");

  static final Key<Double> MOST_AUC_FALL =
      Key.number(
          "gradus.publish.max-auc-fall",
          0.01,
          0,
          1,
          "How much the held-out AUC of a model may be below that of the version in force.");

  static final Key<Long> MOST_EXERCISES_LOST =
      Key.whole(
          "gradus.publish.max-exercises-lost",
          0,
          0,
          Integer.MAX_VALUE,
          "Exercises of the version in force that a model may lack.");

  static final Key<Double> MOST_CHANGE =
      Key.number(
          "gradus.publish.max-prediction-change",
          0.5,
          0,
          1,
          "How far a prediction on the probe histories may be from that of the version in force.");

  static final Key<Long> VERSIONS_KEPT =
      Key.whole(
          "gradus.publish.versions-kept",
          10,
          2,
          Integer.MAX_VALUE,
          "Newest versions that a store keeps; the version in force and the one before it are kept"
              + " in any case.");

  static final Key<Long> GRACE =
      Key.whole(
          "gradus.publish.grace-hours",
          24,
          0,
          1_000_000,
          "Age in hours below which no version is removed, for readers that are slow to change.");

  private PublishKeys() {}

  /** Of {@code publish}. */
  static List<Key<?>> all() {
    List<Key<?>> keys =
        new ArrayList<>(
            List.of(
                RunKeys.WORK,
                FORCE,
                LEAST_ATTEMPTS,
                MOST_LOG_LOSS,
                LEAST_AUC,
                MOST_LOG_LOSS_RISE,
                MOST_AUC_FALL,
                MOST_EXERCISES_LOST,
                MOST_CHANGE,
                VERSIONS_KEPT,
                GRACE));
    keys.addAll(ofStore());
    return keys;
  }

  /** Of every command that has to do with a store. */
  static List<Key<?>> ofStore() {
    List<Key<?>> keys = new ArrayList<>(Database.keys());
    keys.add(STORE);
    return keys;
  }

  /**
   * The store.
   *
   * @throws SettingsException when none is named
   */
  static VersionStore store(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    if (!STORE.isSet(configuration)) {
      throw new SettingsException("No store is named: add --store DIR.");
    }
    String place = STORE.get(configuration);
    return Database.is(place)
        ? new JdbcStore(place, context)
        : FolderStore.at(place, configuration);
  }
}
