package org.gradus.jobs.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.gradus.model.knowledge.VersionName;

/** Which versions a store keeps. Immutable. */
final class Retention {
  private final int kept;
  private final Duration grace;

  Retention(Configuration configuration) {
    kept = PublishKeys.VERSIONS_KEPT.get(configuration).intValue();
    grace = Duration.ofHours(PublishKeys.GRACE.get(configuration));
  }

  /**
   * Removes the versions that are neither in force, nor the one before that, nor among the newest,
   * nor younger than the grace period.
   *
   * @return their names
   */
  List<VersionName> apply(VersionStore store, VersionName inForce, Instant now) throws IOException {
    List<Lineage> versions = store.versions();
    Optional<VersionName> before = Lineage.find(versions, inForce).flatMap(Lineage::parent);
    List<VersionName> removed = new ArrayList<>();
    for (Lineage version : versions.subList(0, Math.max(0, versions.size() - kept))) {
      boolean old = version.publishedAt().plus(grace).compareTo(now) <= 0;
      boolean needed = version.name().equals(inForce) || before.equals(Optional.of(version.name()));
      if (old && !needed) {
        store.remove(version.name());
        removed.add(version.name());
      }
    }
    return removed;
  }
}
