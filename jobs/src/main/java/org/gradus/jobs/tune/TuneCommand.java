package org.gradus.jobs.tune;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Runner;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;

/** {@code gradus tune}: chooses settings by cross-validation among the training students. */
public final class TuneCommand implements Command {
  static final Key<String> GRID =
      Key.text(
              "gradus.tune.grid",
              "gradus.difficulty.item-strength=3,6,12;gradus.train.ridge=auto*0.5,auto,auto*2",
              "Settings and the values to try, all combinations of them: NAME=VALUE,VALUE;NAME=VALUE,VALUE. Values with commas of their own are separated by bars:"
                  + " gradus.features.set=gradus|pfa,state.")
          .withOption("--grid");

  static final Key<Long> FOLDS =
      Key.whole(
              "gradus.tune.folds",
              3,
              2,
              100,
              "Folds of the cross-validation among the training students.")
          .withOption("--tuning-folds");

  private static final Set<String> NOT_FOR_TUNING =
      Set.of(StudentSplit.FOLDS.name(), Variant.REFIT.name(), Variant.FIGURES_ONLY.name());

  @Override
  public String name() {
    return "tune";
  }

  @Override
  public String summary() {
    return "Chooses settings by cross-validation among the training students; held-out students are never touched.";
  }

  @Override
  public String example() {
    return "tune --input logs.csv --work work --grid 'gradus.difficulty.item-strength=2,5,10'";
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(List.of(GRID, FOLDS, RunKeys.WORK));
    for (Step step : Installed.onClassPath().steps()) {
      step.keys().stream().filter(key -> !NOT_FOR_TUNING.contains(key.name())).forEach(keys::add);
    }
    return keys;
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Installed installed = Installed.onClassPath();
    Configuration common = new Configuration(context.configuration());
    Path tune = new Path(RunKeys.work(common), "tune");
    Grid grid = new Grid(GRID.get(common));
    StudentSplit.TUNING_FOLDS.set(common, FOLDS.get(common));
    List<Candidate> candidates = candidates(grid, common, tune, installed);
    Configuration sorting = new Configuration(context.configuration());
    PrintStream out = context.out();
    out.printf(
        Locale.ROOT,
        "%d candidates x %d folds: one sort of the log, then %d trainings, with difficulties and prior before them where they differ.%n",
        candidates.size(),
        FOLDS.get(common),
        candidates.size() * FOLDS.get(common));
    new Runner(sorting, Progress.SILENT).run(Plan.toward("histories", installed.steps(), sorting));
    run(candidates, installed.steps(), out);
    Candidate best =
        candidates.stream()
            .min(Comparator.comparingDouble(candidate -> candidate.mean(Candidate.Metric.LOG_LOSS)))
            .orElseThrow();
    TunedFiles files = new TunedFiles(tune, common);
    files.write(grid.names(), candidates, best);
    tell(out, candidates.get(0), best, files);
    return 0;
  }

  /** The settings as they are, then the grid without those that are the same. */
  private static List<Candidate> candidates(
      Grid grid, Configuration common, Path tune, Installed installed) throws IOException {
    List<Key<?>> keys = new ArrayList<>();
    for (String name : grid.names()) {
      keys.add(key(name, installed));
    }
    List<Map<String, String>> combinations = new ArrayList<>(List.of(inForce(keys, common)));
    combinations.addAll(grid.combinations());
    List<Candidate> candidates = new ArrayList<>();
    Set<List<Object>> met = new HashSet<>();
    for (Map<String, String> values : combinations) {
      Candidate candidate = new Candidate(values, common, tune, candidates);
      for (Step step : installed.steps()) {
        step.validate(candidate.settings());
      }
      List<Object> typed = new ArrayList<>();
      keys.forEach(key -> typed.add(key.get(candidate.settings())));
      if (met.add(typed)) {
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  private static Key<?> key(String name, Installed installed) {
    return installed.keys().all().stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    "--grid cannot have '"
                        + name
                        + "': there is no such setting; see 'gradus conf'."));
  }

  private static Map<String, String> inForce(List<Key<?>> keys, Configuration common) {
    Map<String, String> values = new LinkedHashMap<>();
    keys.forEach(key -> values.put(key.name(), common.getTrimmed(key.name(), key.defaultText())));
    return values;
  }

  private static void run(List<Candidate> candidates, List<Step> steps, PrintStream out)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int done = 1; done <= candidates.size(); done++) {
      Candidate candidate = candidates.get(done - 1);
      candidate.run(steps);
      double minutes = (System.nanoTime() - start) / 60e9;
      out.printf(
          Locale.ROOT,
          "%d of %d  log loss %.4f +- %.4f  AUC %.4f +- %.4f  %s; %.1f min, about %.1f more%n",
          done,
          candidates.size(),
          candidate.mean(Candidate.Metric.LOG_LOSS),
          candidate.deviation(Candidate.Metric.LOG_LOSS),
          candidate.mean(Candidate.Metric.AUC),
          candidate.deviation(Candidate.Metric.AUC),
          candidate,
          minutes,
          minutes / done * (candidates.size() - done));
    }
  }

  private static void tell(PrintStream out, Candidate asSet, Candidate best, TunedFiles files) {
    out.println();
    out.printf(
        Locale.ROOT,
        "Best: %s, log loss %.4f; as set it is %.4f.%n",
        best,
        best.mean(Candidate.Metric.LOG_LOSS),
        asSet.mean(Candidate.Metric.LOG_LOSS));
    out.println("Table     " + plain(files.table()));
    out.println("Settings  " + plain(files.settings()) + ", for: gradus run -conf FILE ...");
  }

  private static String plain(Path place) {
    return "file".equals(place.toUri().getScheme()) ? place.toUri().getPath() : place.toString();
  }
}
