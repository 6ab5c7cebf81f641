package org.gradus.jobs.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gradus rollback}: another version of a store in force, the one before by default. */
public final class RollbackCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(RollbackCommand.class);

  static final Key<String> TO =
      Key.text(
              "gradus.rollback.to",
              "",
              "Version to put in force; empty: the one that was in force before.")
          .withOption("--to");

  @Override
  public String name() {
    return "rollback";
  }

  @Override
  public String summary() {
    return "Puts an earlier version of a store in force again, and the predictions that are kept of it.";
  }

  @Override
  public String example() {
    return "rollback --store store";
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(PublishKeys.ofStore());
    keys.add(TO);
    return keys;
  }

  @Override
  public int run(CommandContext context) throws IOException {
    try (VersionStore store = PublishKeys.store(context)) {
      if (store.versions().isEmpty()) {
        throw new SettingsException(
            "There is nothing to roll back to in " + store + ": nothing has been published.");
      }
      try (Closeable lock = store.open()) {
        LOG.info("{}", lock);
        rollBack(store, TO.get(context.configuration()), context.out());
      }
      return 0;
    }
  }

  /**
   * Predictions first: cut off between the two, the version in force has predictions of an earlier
   * one, as between every publication and its delivery, each row of which says so; and the same
   * command then means the same version.
   */
  static void rollBack(VersionStore store, String asked, PrintStream out) throws IOException {
    List<Lineage> versions = store.versions();
    VersionName target = asked.isEmpty() ? before(store, versions) : named(asked, store, versions);
    store.load(target);
    Optional<String> predictions = new FollowingPredictions(store.predictions()).to(target);
    VersionName newest = versions.get(versions.size() - 1).name();
    String now = Clock.systemUTC().instant().toString();
    store.point(new VersionPointer(target, newest, now, "rolled back"));
    out.println(target + " is in force in " + store);
    predictions.ifPresent(out::println);
  }

  private static VersionName before(VersionStore store, List<Lineage> versions) throws IOException {
    return store
        .pointer()
        .flatMap(pointer -> Lineage.find(versions, pointer.version()))
        .flatMap(Lineage::parent)
        .flatMap(parent -> Lineage.find(versions, parent))
        .map(Lineage::name)
        .orElseThrow(
            () ->
                new SettingsException(
                    "The version before the one in force is not in "
                        + store
                        + "; name another one with --to: "
                        + names(versions)
                        + "."));
  }

  private static VersionName named(String asked, VersionStore store, List<Lineage> versions) {
    return versions.stream()
        .map(Lineage::name)
        .filter(name -> name.toString().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    "Version '"
                        + asked
                        + "' (--to) is not in "
                        + store
                        + "; there are: "
                        + names(versions)
                        + "."));
  }

  private static String names(List<Lineage> versions) {
    return versions.stream()
        .map(version -> version.name().toString())
        .collect(Collectors.joining(", "));
  }
}
