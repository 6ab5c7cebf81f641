package org.gradus.jobs.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.security.UserGroupInformation;
import org.gradus.io.settings.RefusedException;
import org.gradus.io.store.BatchLineage;
import org.gradus.io.store.PublishedStore;
import org.gradus.io.store.PublishedVersion;
import org.gradus.model.knowledge.VersionName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch of predictions on its way into a store: added, put in force. */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final PublishedStore models;
  private final BatchStore store;
  private final Predictions predictions;
  private final int kept;
  private final PrintStream out;
  private final Clock clock;

  Delivery(
      PublishedStore models,
      BatchStore store,
      Predictions predictions,
      int kept,
      PrintStream out,
      Clock clock) {
    this.models = models;
    this.store = store;
    this.predictions = predictions;
    this.kept = kept;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Delivers the predictions, unless the store has them already.
   *
   * @throws RefusedException when their model is not in force in the store
   */
  void run() throws IOException, InterruptedException {
    version(); // before a lock is put into a folder that is no store
    try (Closeable lock = store.open()) {
      LOG.info("{}", lock);
      VersionName version = version();
      List<BatchLineage> batches = store.batches();
      Optional<BatchLineage> same =
          batches.stream()
              .filter(b -> b.content().equals(predictions.content()))
              .filter(b -> b.version().equals(version))
              .findFirst();
      BatchLineage batch = same.isPresent() ? same.get() : add(version, batches);
      if (store.inForce().equals(Optional.of(batch.name()))) {
        out.println(
            batch.name() + " in " + store + " has these predictions, and is in force already");
      } else {
        store.point(batch);
        out.println(batch.name() + ", of model " + version + ", is in force in " + store);
      }
      removeOld(batch.name());
    }
  }

  private VersionName version() throws IOException {
    VersionName version =
        models.versions().stream()
            .filter(v -> v.content().equals(predictions.model()))
            .map(PublishedVersion::name)
            .reduce((older, newer) -> newer)
            .orElseThrow(() -> refusal("is no version of it: publish it first"));
    Optional<VersionName> inForce = models.versionInForce();
    if (!inForce.equals(Optional.of(version))) {
      String other = inForce.map(VersionName::toString).orElse("none");
      throw refusal("is version " + version + ", but " + other + " is in force");
    }
    return version;
  }

  private RefusedException refusal(String reason) {
    return new RefusedException(
        String.format(
            "The predictions in %s are not delivered to %s, because their model %s.",
            predictions, store, reason));
  }

  private BatchLineage add(VersionName version, List<BatchLineage> batches)
      throws IOException, InterruptedException {
    long number = batches.isEmpty() ? 1 : batches.get(batches.size() - 1).number() + 1;
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("deliveredAt", clock.instant().toString());
    rest.put("deliveredBy", UserGroupInformation.getCurrentUser().getShortUserName());
    rest.putAll(predictions.provenance());
    BatchLineage batch = BatchLineage.of(number, version, predictions.content(), rest);
    store.add(batch, predictions);
    return batch;
  }

  private void removeOld(String inForce) throws IOException {
    List<BatchLineage> batches = store.batches();
    for (BatchLineage batch : batches.subList(0, Math.max(0, batches.size() - kept))) {
      if (!batch.name().equals(inForce)) {
        store.remove(batch.name());
        out.println(batch.name() + " is removed, as no longer to be kept");
      }
    }
  }
}
