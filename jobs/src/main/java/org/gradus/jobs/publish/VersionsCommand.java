package org.gradus.jobs.publish;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.model.knowledge.VersionName;
import org.gradus.model.knowledge.VersionPointer;

/** {@code gradus versions}: what a store holds, newest first, and what is in force. */
public final class VersionsCommand implements Command {
  @Override
  public String name() {
    return "versions";
  }

  @Override
  public String summary() {
    return "Lists the versions of a store, newest first, with their metrics.";
  }

  @Override
  public String example() {
    return "versions --store store";
  }

  @Override
  public List<Key<?>> keys() {
    return PublishKeys.ofStore();
  }

  @Override
  public int run(CommandContext context) throws IOException {
    try (VersionStore store = PublishKeys.store(context)) {
      List<Lineage> versions = store.versions();
      if (versions.isEmpty()) {
        context.out().println("Nothing has been published in " + store + " yet.");
        return 0;
      }
      list(versions, store.pointer(), context.out());
      return 0;
    }
  }

  private static void list(
      List<Lineage> versions, Optional<VersionPointer> pointer, PrintStream out) {
    line(out, "version", "", "published", "log loss", "AUC", "exercises", "after", "by");
    for (int i = versions.size() - 1; i >= 0; i--) {
      Lineage version = versions.get(i);
      line(
          out,
          version.name().toString(),
          state(version.name(), pointer),
          version.publishedAt().toString().replaceAll("\\.\\d+", ""),
          Check.number(version.metric("log_loss")),
          Check.number(version.metric("auc")),
          Long.toString(version.exercises()),
          version.parent().map(VersionName::toString).orElse("-"),
          version.publishedBy()
              + (version.forced().isEmpty() ? "" : ", by force: " + version.forced()));
    }
  }

  private static void line(PrintStream out, Object... cells) {
    out.println(
        String.format("%-20s  %-11s  %-20s  %8s  %6s  %9s  %-20s  %s", cells).stripTrailing());
  }

  private static String state(VersionName name, Optional<VersionPointer> pointer) {
    if (pointer.isEmpty() || name.compareTo(pointer.get().newest()) > 0) {
      return "unfinished";
    }
    if (name.equals(pointer.get().version())) {
      return "in force";
    }
    return pointer.get().isRolledBack(name) ? "rolled back" : "";
  }
}
