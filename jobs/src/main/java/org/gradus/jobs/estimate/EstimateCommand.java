package org.gradus.jobs.estimate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;

/** {@code gradus estimate}: what a run of any size will cost, from runs that were measured. */
public final class EstimateCommand implements Command {
  static final Key<String> MEASURED =
      Key.text(
              "gradus.estimate.measured",
              "",
              "Work folders of finished runs that differ in size alone, such as samples of 1, 2"
                  + " and 5 %; at least two.")
          .withOption("--measured")
          .repeatable();

  static final Key<Long> ATTEMPTS =
      Key.whole(
              "gradus.estimate.attempts",
              1_000_000_000,
              1,
              1_000_000_000_000_000L,
              "Number of attempts of the run to estimate.")
          .withOption("--attempts");

  static final Key<Long> CORES =
      Key.whole(
              "gradus.estimate.cores",
              100,
              1,
              10_000_000,
              "Cores that work on the run to estimate at the same time.")
          .withOption("--cores");

  @Override
  public String name() {
    return "estimate";
  }

  @Override
  public String summary() {
    return "Estimates what a run of any size will cost, from the manifests of smaller runs.";
  }

  @Override
  public String example() {
    return "estimate --measured work-1m work-2m work-5m --attempts 1000000000 --cores 100";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(MEASURED, ATTEMPTS, CORES);
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration configuration = context.configuration();
    List<MeasuredRun> runs = runs(configuration);
    CostModel model = new CostModel(runs);
    printSteps(model, ATTEMPTS.get(configuration), context.out());
    printElapsed(model, configuration, context.out());
    if (runs.size() > 2) {
      printCheck(runs, context.out());
    }
    return 0;
  }

  /** The runs, the smallest first. */
  private static List<MeasuredRun> runs(Configuration configuration) throws IOException {
    List<MeasuredRun> runs = new ArrayList<>();
    for (String folder : configuration.getTrimmedStringCollection(MEASURED.name())) {
      runs.add(new MeasuredRun(new Path(folder), configuration));
    }
    runs.sort(Comparator.comparingDouble(MeasuredRun::attempts));
    if (runs.size() < 2 || runs.get(0).attempts() == runs.get(runs.size() - 1).attempts()) {
      throw new SettingsException(
          "--measured is '"
              + MEASURED.get(configuration)
              + "' but must name the work folders of at least two runs of different sizes, which"
              + " show how the cost grows.");
    }
    runs.forEach(run -> run.checkLike(runs.get(0)));
    return runs;
  }

  private static void printSteps(CostModel model, double attempts, PrintStream out) {
    out.printf(Locale.ROOT, "%,.0f attempts%n", attempts);
    printRow(out, "step", Quantity::heading);
    for (String step : model.steps()) {
      printRow(out, step, quantity -> whole(model.line(step, quantity).at(attempts)));
    }
    printRow(out, "all", quantity -> whole(model.total(quantity, attempts)));
  }

  private static void printRow(PrintStream out, String name, Function<Quantity, String> cell) {
    StringBuilder row = new StringBuilder(String.format("%-12s", name));
    for (Quantity quantity : Quantity.values()) {
      row.append(String.format("%22s", cell.apply(quantity)));
    }
    out.println(row);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static void printElapsed(CostModel model, Configuration configuration, PrintStream out) {
    double work = model.total(Quantity.PROCESSOR_SECONDS, ATTEMPTS.get(configuration));
    double fixed = model.total(Quantity.SECONDS, 0);
    long cores = CORES.get(configuration);
    out.printf(
        Locale.ROOT,
        "%,.1f core hours; on %,d cores that are kept busy %,.2f hours.%n",
        work / 3600,
        cores,
        (work / cores + fixed) / 3600);
  }

  /** How well the largest run is predicted by the others. */
  private static void printCheck(List<MeasuredRun> runs, PrintStream out) {
    MeasuredRun largest = runs.get(runs.size() - 1);
    CostModel others = new CostModel(runs.subList(0, runs.size() - 1));
    List<String> errors = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      double percent = 100 * others.error(largest, quantity);
      errors.add(String.format(Locale.ROOT, "%s %+.0f %%", quantity.heading(), percent));
    }
    out.printf(
        Locale.ROOT,
        "Check: the run of %,.0f attempts as predicted from the smaller ones: %s.%n",
        largest.attempts(),
        String.join(", ", errors));
  }
}
