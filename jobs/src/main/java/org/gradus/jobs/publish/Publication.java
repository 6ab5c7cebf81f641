package org.gradus.jobs.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;
import org.gradus.io.settings.RefusedException;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One model on its way into a store: judged, added, put in force. */
final class Publication {
  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  private final Configuration configuration;
  private final VersionStore store;
  private final Candidate candidate;
  private final PrintStream out;
  private final Clock clock;

  Publication(
      Configuration configuration,
      VersionStore store,
      Candidate candidate,
      PrintStream out,
      Clock clock) {
    this.configuration = configuration;
    this.store = store;
    this.candidate = candidate;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Publishes the model, unless the store has it already.
   *
   * @return the version in force afterwards
   * @throws RefusedException when the gate refuses
   */
  VersionName run() throws IOException, InterruptedException {
    try (Closeable lock = store.open()) {
      LOG.info("{}", lock);
      VersionName inForce = publish(store.versions(), store.pointer());
      new Retention(configuration)
          .apply(store, inForce, clock.instant())
          .forEach(removed -> out.println(removed + " is removed, as no longer to be kept"));
      return inForce;
    }
  }

  private VersionName publish(List<Lineage> versions, Optional<VersionPointer> pointer)
      throws IOException, InterruptedException {
    Optional<Lineage> same =
        versions.stream().filter(v -> v.content().equals(candidate.content())).findFirst();
    if (same.isPresent() && pointer.isPresent()) {
      VersionName name = same.get().name();
      VersionName inForce = pointer.get().version();
      if (name.compareTo(inForce) <= 0) {
        out.println(alreadyThere(name, inForce));
        return inForce;
      }
      refuseRolledBack(name, pointer.get());
    }
    Verdict verdict = verdict(versions, pointer);
    verdict.lines().forEach(out::println);
    refuse(verdict);
    Lineage version = same.isPresent() ? same.get() : add(versions, pointer, verdict);
    put(version.name(), versions);
    return version.name();
  }

  private String alreadyThere(VersionName name, VersionName inForce) {
    return name.equals(inForce)
        ? String.format("%s in %s is this model, and in force; nothing is to be done", name, store)
        : String.format(
            "%s in %s is this model, and older than %s, which is in force; 'gradus rollback --to"
                + " %s' would bring it back",
            name, store, inForce, name);
  }

  private void refuseRolledBack(VersionName name, VersionPointer pointer) {
    if (pointer.isRolledBack(name)) {
      throw new RefusedException(
          String.format(
              "The model in %s is version %s of %s, which has been rolled back; 'gradus rollback"
                  + " --to %s' would bring it back.",
              candidate.shownFolder(), name, store, name));
    }
  }

  private Verdict verdict(List<Lineage> versions, Optional<VersionPointer> pointer)
      throws IOException {
    Gate gate = new Gate(configuration, candidate);
    String forced = PublishKeys.FORCE.get(configuration);
    if (pointer.isEmpty()) {
      return new Verdict(gate.alone(), forced);
    }
    Lineage inForce = inForce(versions, pointer.get());
    return new Verdict(gate.against(inForce, store.load(inForce.name())), forced);
  }

  private Lineage inForce(List<Lineage> versions, VersionPointer pointer) throws IOException {
    return Lineage.find(versions, pointer.version())
        .orElseThrow(
            () ->
                new IOException(
                    String.format(
                        "Version %s is in force in %s but is not there; put another one in force"
                            + " with 'gradus rollback --to VERSION'.",
                        pointer.version(), store)));
  }

  private void refuse(Verdict verdict) {
    if (!verdict.lets()) {
      throw new RefusedException(
          String.format(
              "The model in %s is not published in %s: %s; what is in force stays, and --force"
                  + " REASON would overrule this.",
              candidate.shownFolder(), store, String.join("; ", verdict.reasons())));
    }
  }

  private Lineage add(List<Lineage> versions, Optional<VersionPointer> pointer, Verdict verdict)
      throws IOException, InterruptedException {
    long number = newest(versions).map(VersionName::number).orElse(0L) + 1;
    Lineage version =
        Lineage.of(
            VersionName.of(number, candidate.content()),
            pointer.map(VersionPointer::version),
            candidate,
            verdict,
            UserGroupInformation.getCurrentUser().getShortUserName(),
            clock.instant());
    store.add(version, candidate.folder());
    return version;
  }

  private void put(VersionName name, List<Lineage> versions) throws IOException {
    VersionName newest = newest(versions).filter(n -> n.compareTo(name) > 0).orElse(name);
    store.point(new VersionPointer(name, newest, clock.instant().toString(), "published"));
    out.println(name + " is in force in " + store);
  }

  private static Optional<VersionName> newest(List<Lineage> versions) {
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(versions.get(versions.size() - 1).name());
  }
}
