package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;

/**
 * Looks at a work folder and says of each step of a plan, in its order, whether it is up to date
 * and, if not, why. Changes nothing.
 */
final class Assessment {
  private final Plan plan;
  private final Configuration configuration;
  private final WorkFolder folder;
  private final String code;
  private final Map<String, String> fingerprints = new HashMap<>();

  Assessment(Plan plan, Configuration configuration, WorkFolder folder) throws IOException {
    this.plan = plan;
    this.configuration = configuration;
    this.folder = folder;
    this.code = CodeVersion.full();
  }

  /** What was found about one step. */
  static final class Verdict {
    final Basis basis;
    final Optional<Manifest> manifest;
    final String reason;

    private Verdict(Basis basis, Optional<Manifest> manifest, String reason) {
      this.basis = basis;
      this.manifest = manifest;
      this.reason = reason;
    }

    boolean upToDate() {
      return reason.isEmpty();
    }
  }

  /**
   * Assesses a step; those before it in the plan must have been assessed.
   *
   * @throws SettingsException when a dataset that it reads is neither there nor in the plan
   */
  Verdict of(Step step) throws IOException {
    Map<String, String> inputs = new TreeMap<>();
    for (String dataset : plan.reads(step)) {
      inputs.put(dataset, fingerprint(step, dataset));
    }
    String ofStep = code + CodeVersion.beyond(step.getClass());
    Basis basis = new Basis(step, configuration, ofStep, inputs);
    fingerprints.put(step.name(), basis.fingerprint());
    Optional<Manifest> manifest = folder.manifest(step.name()).flatMap(Manifest::read);
    String reason = reason(step, basis, manifest);
    Optional<Manifest> other =
        reason.isEmpty() ? Optional.empty() : folder.borrowed().borrow(step, basis.fingerprint());
    return other.isPresent() ? new Verdict(basis, other, "") : new Verdict(basis, manifest, reason);
  }

  /** Takes note that a step has failed: those after it see its older output, if there is one. */
  void failed(Step step) {
    fingerprints.remove(step.name());
  }

  private String fingerprint(Step reader, String dataset) throws IOException {
    String writer = plan.writer(dataset).name();
    String planned = fingerprints.get(writer);
    if (planned != null) {
      return planned;
    }
    return folder
        .manifest(writer)
        .flatMap(Manifest::read)
        .map(Manifest::fingerprint)
        .orElseThrow(
            () ->
                new SettingsException(
                    String.format(
                        "Step '%s' reads '%s', which is not in %s: run 'gradus %s' first, or"
                            + " 'gradus run' for all.",
                        reader.name(), dataset, folder.shown(folder.root()), writer)));
  }

  private String reason(Step step, Basis basis, Optional<Manifest> manifest) throws IOException {
    if (manifest.isEmpty()) {
      return "it has not run yet";
    }
    String missing = folder.missing(step, manifest.get());
    if (!missing.isEmpty()) {
      return missing;
    }
    boolean same = manifest.get().fingerprint().equals(basis.fingerprint());
    return same ? "" : basis.difference(manifest.get().basis());
  }
}
