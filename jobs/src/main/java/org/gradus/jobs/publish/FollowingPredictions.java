package org.gradus.jobs.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gradus.io.store.BatchLineage;
import org.gradus.io.store.PredictionBatches;
import org.gradus.model.knowledge.VersionName;

/** The predictions in a store when another version is put in force there. */
final class FollowingPredictions {
  private final PredictionBatches predictions;

  FollowingPredictions(PredictionBatches predictions) {
    this.predictions = predictions;
  }

  /**
   * Puts the newest batch that the version has predicted in force, where the store keeps one.
   *
   * @return what is served now, in one sentence; empty when nothing has been delivered
   */
  Optional<String> to(VersionName version) throws IOException {
    List<BatchLineage> batches = predictions.batches();
    Optional<BatchLineage> served =
        predictions
            .inForce()
            .flatMap(name -> batches.stream().filter(b -> b.name().equals(name)).findFirst());
    if (served.isEmpty()) {
      return Optional.empty();
    }
    Optional<BatchLineage> own =
        batches.stream().filter(b -> b.version().equals(version)).reduce((older, newer) -> newer);
    if (own.isEmpty()) {
      return Optional.of(
          String.format(
              "The predictions in force, %s, are still those of %s, for none of %s are kept; replace"
                  + " them by 'gradus predict' and 'gradus deliver' with its work folder.",
              served.get().name(), served.get().version(), version));
    }
    if (!served.get().version().equals(version)) {
      predictions.point(own.get());
      served = own;
    }
    return Optional.of(
        String.format(
            "%s, the predictions of this version delivered at %s, is in force, too; newer ones are"
                + " made by 'gradus predict' and 'gradus deliver' with its work folder.",
            served.get().name(), served.get().deliveredAt()));
  }
}
