package org.gradus.jobs.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.model.evaluate.MetricComparison;
import org.gradus.model.evaluate.PairedPredictions;

/** {@code gradus compare}: two models on the same held-out answers. */
public final class CompareCommand implements Command {
  static final Key<String> WORK =
      Key.text("gradus.compare.work", "work", "Work folder of the first run.").withOption("--work");

  static final Key<String> WITH =
      Key.text(
              "gradus.compare.with",
              "",
              "Work folder of the second run; empty: the first one, to compare with a baseline.")
          .withOption("--with");

  static final Key<String> MODEL =
      Key.text(
              "gradus.compare.model",
              "model",
              "Whose predictions of the first run: model, or the name of a baseline.")
          .withOption("--model");

  static final Key<String> AGAINST =
      Key.text(
              "gradus.compare.against",
              "model",
              "Whose predictions of the second run: model, or the name of a baseline, such as best-lr.")
          .withOption("--against");

  static final Key<String> OUTPUT =
      Key.text("gradus.compare.output", "", "File, JSON, to write the comparison to; empty: none.")
          .withOption("--output");

  static final Key<Long> RESAMPLES =
      Key.whole(
          "gradus.compare.resamples",
          1000,
          100,
          1_000_000,
          "Resamples of the students; the interval and the p-value get finer with more.");

  static final Key<Long> MOST_ATTEMPTS =
      Key.whole(
          "gradus.compare.max-attempts",
          2_000_000,
          1,
          100_000_000,
          "Most held-out answers compared, about 100 bytes each; of larger runs a sample of students"
              + " is taken by hash.");

  private static final String PREDICTIONS = "train/predictions";

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "Compares two models on the same held-out answers, with a paired bootstrap over students.";
  }

  @Override
  public String example() {
    return "compare --work work --against best-lr";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(WORK, WITH, MODEL, AGAINST, OUTPUT, RESAMPLES, MOST_ATTEMPTS);
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Configuration settings = context.configuration();
    String work = WORK.get(settings);
    String with = WITH.isSet(settings) ? WITH.get(settings) : work;
    if (with.equals(work) && MODEL.get(settings).equals(AGAINST.get(settings))) {
      throw new SettingsException(
          "There is nothing to compare '"
              + MODEL.get(settings)
              + "' of "
              + work
              + " with but itself; name another run (--with) or a baseline (--against).");
    }
    HeldOutRows first = rows(settings, work, MODEL.get(settings));
    HeldOutRows second = rows(settings, with, AGAINST.get(settings));
    PairedPredictions pairs = RowPairs.of(first, second);
    List<MetricComparison> comparisons = pairs.compare(RESAMPLES.get(settings).intValue());
    context.out().println("first:  " + MODEL.get(settings) + " of " + work);
    context.out().println("second: " + AGAINST.get(settings) + " of " + with);
    tell(context.out(), pairs, first.all(), comparisons);
    if (OUTPUT.isSet(settings)) {
      Path output = new Path(OUTPUT.get(settings));
      JsonFile.write(json(settings, with, pairs, comparisons), output, settings);
      context.out().println("Written to " + OUTPUT.get(settings));
    }
    return 0;
  }

  private static HeldOutRows rows(Configuration settings, String work, String model)
      throws IOException {
    return HeldOutRows.read(
        settings,
        new Path(work, PREDICTIONS),
        model.replaceAll("[- ]", "_"),
        MOST_ATTEMPTS.get(settings).intValue());
  }

  private static void tell(
      PrintStream out, PairedPredictions pairs, long all, List<MetricComparison> comparisons) {
    out.printf(
        Locale.ROOT,
        "%,d held-out answers of %,d students%s%n%n",
        pairs.size(),
        pairs.students(),
        pairs.size() < all ? String.format(Locale.ROOT, ", a sample of %,d answers", all) : "");
    out.println(
        "            first    second   difference   95 % interval        p   P(first better)");
    for (MetricComparison of : comparisons) {
      out.printf(
          Locale.ROOT,
          "%-9s  %.4f    %.4f      %+.4f   %+.4f to %+.4f  %.3f   %.3f%n",
          of.metric().label(),
          of.first(),
          of.second(),
          of.difference(),
          of.lower(),
          of.upper(),
          of.pValue(),
          of.probabilityOfSuperiority());
    }
  }

  private static Map<String, Object> json(
      Configuration settings,
      String with,
      PairedPredictions pairs,
      List<MetricComparison> comparisons) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "gradus-comparison-1");
    json.put("first", WORK.get(settings) + ": " + MODEL.get(settings));
    json.put("second", with + ": " + AGAINST.get(settings));
    json.put("attempts", (long) pairs.size());
    json.put("students", (long) pairs.students());
    json.put("resamples", RESAMPLES.get(settings));
    List<Object> metrics = new ArrayList<>();
    comparisons.forEach(comparison -> metrics.add(json(comparison)));
    json.put("metrics", metrics);
    return json;
  }

  private static Map<String, Object> json(MetricComparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", comparison.metric().label());
    json.put("first", comparison.first());
    json.put("second", comparison.second());
    json.put("difference", comparison.difference());
    json.put("lower", comparison.lower());
    json.put("upper", comparison.upper());
    json.put("p_value", comparison.pValue());
    json.put("probability_of_superiority", comparison.probabilityOfSuperiority());
    return json;
  }
}
