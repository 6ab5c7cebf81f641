package org.gradus.jobs.tune;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Runner;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.hash.StableHash;

/** One combination of values, its run, and what came of it. */
final class Candidate {
  private static final String EVALUATION = "evaluation";

  private final Map<String, String> values;
  private final Configuration settings;
  private final Map<Metric, SummaryStatistics> metrics = new EnumMap<>(Metric.class);

  /**
   * A candidate that has not run.
   *
   * @param values what is special about it
   * @param common all other settings, {@link RunKeys#WORK} and the folds among them
   * @param tune folder below which it has its work folder
   * @param before candidates that run before it, whose steps it need not run again
   */
  Candidate(Map<String, String> values, Configuration common, Path tune, List<Candidate> before) {
    this.values = values;
    settings = new Configuration(common);
    values.forEach((name, value) -> settings.set(name, value, "--grid"));
    String folder = String.format("candidate-%016x", StableHash.of(values.toString()));
    StringBuilder bases = new StringBuilder(RunKeys.WORK.get(common));
    before.forEach(candidate -> bases.append(',').append(RunKeys.work(candidate.settings)));
    RunKeys.BASE.set(settings, bases.toString());
    RunKeys.WORK.set(settings, new Path(tune, folder).toString());
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new SummaryStatistics());
    }
  }

  /** What is looked at, each taken over the answers of a fold. */
  enum Metric {
    LOG_LOSS,
    AUC,
    RMSE,
    CALIBRATION_ERROR;

    double of(Evaluation fold) {
      switch (this) {
        case LOG_LOSS:
          return fold.total().logLoss();
        case AUC:
          return fold.auc();
        case RMSE:
          return fold.total().rmse();
        default:
          return fold.calibrationError();
      }
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Configuration settings() {
    return settings;
  }

  /** Runs it, as far as its work folder is not up to date. */
  void run(List<Step> steps) throws IOException, InterruptedException {
    Plan plan = Plan.toward(EVALUATION, steps, settings);
    new Runner(settings, Progress.SILENT).run(plan);
    Path evaluations = new Path(RunKeys.work(settings), plan.dataset(EVALUATION).place());
    for (Variant variant : Variant.all(settings)) {
      take(new Path(variant.evaluationIn(evaluations), "overall.json"));
    }
  }

  @SuppressWarnings("unchecked")
  private void take(Path overall) throws IOException {
    Map<String, Object> json = JsonFile.read(overall, settings);
    Map<String, Object> sums = (Map<String, Object>) json.get("evaluations");
    Evaluation fold = Evaluation.fromJson((Map<String, Object>) sums.get("model"));
    if (fold.total().attempts() > 0) {
      metrics.forEach((metric, statistics) -> statistics.addValue(metric.of(fold)));
    }
  }

  /** Mean of a metric over the folds; NaN where it is undefined. */
  double mean(Metric metric) {
    return metrics.get(metric).getMean();
  }

  /** Standard deviation of a metric over the folds; NaN where it is undefined. */
  double deviation(Metric metric) {
    return metrics.get(metric).getStandardDeviation();
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().replaceFirst("^gradus\\.", "") + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
