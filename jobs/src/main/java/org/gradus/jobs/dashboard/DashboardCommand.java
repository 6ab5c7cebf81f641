package org.gradus.jobs.dashboard;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.PublishedTable;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.PublishedStore;
import org.gradus.io.store.WholeFile;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.page.SelfContainedPage;
import org.gradus.model.knowledge.VersionName;

/** {@code gradus dashboard}: the days monitored and the versions published, as one page. */
public final class DashboardCommand implements Command {
  private static final SelfContainedPage PAGE =
      new SelfContainedPage(
          DashboardCommand.class, "dashboard.mustache", "dashboard.js", "dashboard.css");

  static final Key<String> MONITOR =
      Key.text("gradus.dashboard.monitor", "", "Folder of the days, the --output of 'monitor'.")
          .withOption("--monitor");

  static final Key<String> STORE =
      Key.text(
              "gradus.dashboard.store",
              "",
              "Store of the versions: a folder, as a path or URI, or a database; empty: none, and"
                  + " nothing is said of training.")
          .withOption("--store");

  static final Key<String> OUTPUT =
      Key.text("gradus.dashboard.output", "dashboard.html", "File to write.")
          .withOption("--output");

  static final Key<Long> MOST_DAYS =
      Key.whole("gradus.dashboard.max-days", 730, 1, 3660, "Most days that the page shows.");

  static final Key<Long> RECENT_DAYS =
      Key.whole(
          "gradus.dashboard.recent-days",
          28,
          1,
          366,
          "Last days that calibration and the table of exercises are of.");

  static final Key<Long> LEAST_ATTEMPTS =
      Key.whole(
          "gradus.dashboard.min-attempts",
          100,
          1,
          Integer.MAX_VALUE,
          "Answers that an exercise needs in a week, and in the four before, to be listed among"
              + " those whose log loss has risen most.");

  @Override
  public String name() {
    return "dashboard";
  }

  @Override
  public String summary() {
    return "Writes one page of the days monitored and the versions published.";
  }

  @Override
  public String example() {
    return "dashboard --monitor monitor --store store --output dashboard.html";
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(Database.keys());
    keys.addAll(List.of(MONITOR, STORE, OUTPUT, MOST_DAYS, RECENT_DAYS, LEAST_ATTEMPTS));
    return keys;
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    int recent = RECENT_DAYS.get(configuration).intValue();
    PageData data = data(configuration, period(configuration, recent));
    Path output = new Path(OUTPUT.get(configuration));
    FileSystem files = output.getFileSystem(configuration);
    boolean local = files instanceof LocalFileSystem;
    WholeFile.write(
        local ? ((LocalFileSystem) files).getRaw() : files,
        files.makeQualified(output),
        PAGE.html(Map.of(), data.toJson(recent, LEAST_ATTEMPTS.get(configuration))));
    context.out().println("Written to " + output);
    return 0;
  }

  private static Period period(Configuration configuration, int recent) throws IOException {
    if (!MONITOR.isSet(configuration)) {
      throw new SettingsException("No folder of monitored days is named: add --monitor DIR.");
    }
    MonitorFolder folder = MonitorFolder.at(MONITOR.get(configuration), configuration);
    List<LocalDate> dates = folder.days();
    if (dates.isEmpty()) {
      throw new SettingsException(
          "There is no day in " + folder + " yet; run 'gradus monitor --output " + folder + "'.");
    }
    return Period.read(folder, dates, MOST_DAYS.get(configuration).intValue(), recent);
  }

  private static PageData data(Configuration configuration, Period period) throws IOException {
    if (!STORE.isSet(configuration)) {
      return new PageData(period, List.of(), Optional.empty());
    }
    try (PublishedStore store = PublishedTable.at(STORE.get(configuration), configuration)) {
      Optional<VersionName> inForce = store.versionInForce();
      return new PageData(period, store.versions(), inForce);
    }
  }
}
