package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which outputs of steps are read in other work folders, see {@link RunKeys#BASE}. */
final class BorrowedOutputs {
  private final List<WorkFolder> bases = new ArrayList<>();
  private final Map<String, WorkFolder> lenders = new ConcurrentHashMap<>();

  /** Adds a folder to borrow from. */
  void from(WorkFolder base) {
    bases.add(base);
  }

  /**
   * Reads a step's output in another folder from now on, if it is there, whole and made from what
   * the fingerprint tells; its manifest then.
   */
  Optional<Manifest> borrow(Step step, String fingerprint) throws IOException {
    for (WorkFolder base : bases) {
      Optional<Manifest> manifest =
          base.manifest(step.name())
              .flatMap(Manifest::read)
              .filter(there -> there.fingerprint().equals(fingerprint));
      if (manifest.isPresent() && base.missing(step, manifest.get()).isEmpty()) {
        lenders.put(step.name(), base);
        return manifest;
      }
    }
    return Optional.empty();
  }

  /** The folder that has a step's output. */
  WorkFolder folderOf(String step, WorkFolder own) {
    return lenders.getOrDefault(step, own);
  }
}
