package org.gradus.jobs.monitor;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.jdbc.Database;
import org.gradus.io.jdbc.PublishedTable;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.RefusedException;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.PublishedStore;
import org.gradus.io.store.PublishedVersion;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Runner;
import org.gradus.jobs.driver.Step;
import org.gradus.model.evaluate.DailySums;

/** {@code gradus monitor}: the version in force against what students did since. */
public final class MonitorCommand implements Command {
  private static final String HISTORIES = "histories";

  @Override
  public String name() {
    return "monitor";
  }

  @Override
  public String summary() {
    return "Compares the version in force with the answers of some days; exit code 4 when something is wrong.";
  }

  @Override
  public String example() {
    return "monitor --input logs/ --work monitor-work --store store --output monitor --from 2026-01-31";
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(MonitorKeys.all());
    keys.add(RunKeys.WORK);
    keys.addAll(Database.keys());
    Installed.onClassPath().steps().stream()
        .filter(MonitorCommand::makesHistories)
        .forEach(step -> keys.addAll(step.keys()));
    return keys;
  }

  private static boolean makesHistories(Step step) {
    return step.writes().stream().anyMatch(dataset -> dataset.name().equals(HISTORIES));
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    Days days = Days.of(configuration);
    Feature.judged(configuration);
    MonitorFolder folder =
        MonitorFolder.at(named(MonitorKeys.OUTPUT, configuration), configuration);
    String place = named(MonitorKeys.STORE, configuration);
    try (PublishedStore store = PublishedTable.at(place, configuration)) {
      PublishedVersion version = inForce(store);
      new MonitorJob(context, histories(configuration), days).run(store, version.name(), folder);
      judge(context, folder, days, version);
    }
    return 0;
  }

  private static String named(Key<String> key, Configuration configuration) {
    if (!key.isSet(configuration)) {
      throw new SettingsException(
          "No "
              + key.name().replaceAll(".*\\.", "")
              + " is named: add "
              + key.option().orElseThrow()
              + " DIR.");
    }
    return key.get(configuration);
  }

  private static PublishedVersion inForce(PublishedStore store) throws IOException {
    return store.version(
        store
            .versionInForce()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "Nothing has been published in "
                            + store
                            + " yet, so there is nothing to monitor; 'gradus publish' first.")));
  }

  private static Path histories(Configuration configuration)
      throws IOException, InterruptedException {
    Configuration sorting = new Configuration(configuration);
    List<Step> steps = Installed.onClassPath().steps();
    Plan plan = Plan.toward(HISTORIES, steps, sorting);
    new Runner(sorting, Progress.SILENT).run(plan);
    return new Path(RunKeys.work(configuration), plan.dataset(HISTORIES).place());
  }

  /**
   * Judges each day and keeps what is said of it.
   *
   * @throws RefusedException when something is wrong with any of them
   */
  private static void judge(
      CommandContext context, MonitorFolder folder, Days days, PublishedVersion version)
      throws IOException {
    Judge judge = new Judge(context.configuration(), version);
    int window = MonitorKeys.WINDOW.get(context.configuration()).intValue();
    Volumes volumes = new Volumes(folder);
    DailyTable table = new DailyTable(context.out(), judge);
    context.out().println("Predicted by " + version.name() + ", kept in " + folder);
    table.head();
    List<String> alerts = new ArrayList<>();
    for (LocalDate date : days.all()) {
      MonitoredDay day = folder.read(date);
      table.day(day);
      List<Check> checks = judge.of(day, volumes.before(date, window));
      List<String> reasons =
          checks.stream()
              .filter(check -> !check.passed())
              .map(Check::sentence)
              .collect(Collectors.toList());
      reasons.forEach(reason -> context.out().println("            alert: " + reason));
      folder.writeAlerts(date, alerts(day, checks, reasons, judge));
      if (!reasons.isEmpty()) {
        alerts.add("on " + date + " " + String.join("; ", reasons));
      }
    }
    table.end(version.name());
    if (!alerts.isEmpty()) {
      throw new RefusedException(
          "Something is wrong with the answers or with "
              + version.name()
              + ": "
              + String.join("; ", alerts)
              + "; look at the logs of these days, train again, or change the limits.");
    }
  }

  private static Map<String, Object> alerts(
      MonitoredDay day, List<Check> checks, List<String> reasons, Judge judge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "gradus-alerts-1");
    json.put("day", day.date().toString());
    json.put("version", day.version());
    json.put("alerts", reasons);
    json.put("checks", checks.stream().map(Check::toJson).collect(Collectors.toList()));
    Map<String, Object> drift = new LinkedHashMap<>();
    DailySums total = day.total();
    for (Feature feature : Feature.values()) {
      drift.put(feature.label(), judge.drift(feature, total));
    }
    json.put("drift", drift);
    json.put(
        "drift_not_judged",
        judge.ofTooFewStudents(day).stream().map(Feature::label).collect(Collectors.toList()));
    return json;
  }
}
