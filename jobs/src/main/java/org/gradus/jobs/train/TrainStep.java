package org.gradus.jobs.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Resources;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.baseline.BaselineKind;
import org.gradus.model.fit.FitOptions;

/** Fits one model per exercise and scores the held-out students with it. */
public final class TrainStep implements Step {
  /** Memory bound of a reducer. */
  public static final Key<Long> MOST_ATTEMPTS =
      Key.whole(
          "gradus.train.max-attempts-in-memory",
          500_000,
          1,
          1_000_000_000,
          "Attempts of one exercise that a reducer may hold, 4 bytes each per feature; a larger exercise is fitted by rounds of jobs that hold none of its rows.");

  /** Stop of the fit. */
  public static final Key<Double> TOLERANCE =
      Key.number(
          "gradus.train.tolerance",
          1e-9,
          1e-16,
          1e-2,
          "A fit stops when its objective is within this share of the optimum, estimated by half the squared Newton decrement.");

  /** Limit of the fit. */
  public static final Key<Long> MOST_ITERATIONS =
      Key.whole(
          "gradus.train.max-iterations",
          200,
          1,
          100_000,
          "Largest number of passes of a fit over its rows.");

  /** Whether predictions come with an interval. */
  public static final Key<Boolean> INTERVALS =
      Key.flag(
          "gradus.train.intervals",
          true,
          "Whether the model keeps the covariance of each exercise's theta, so that predictions come with an interval: 2 bytes for each square of the number of features.");

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "Fits one model per exercise, shrunken toward the prior, and scores the held-out students.";
  }

  @Override
  public String example() {
    return "train --work work --features gradus --ridge auto";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    List<String> reads = new ArrayList<>(ExampleJob.reads(configuration));
    if (BaselineChoice.of(configuration).stream().anyMatch(BaselineKind::usesDifficulty)
        && !reads.contains("difficulty")) {
      reads.add("difficulty");
    }
    if (ExercisePrior.isPooled(configuration)) {
      reads.add("prior");
    }
    return reads;
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            "model",
            "train/model",
            "The knowledge model: model.json, parameters.jsonl.gz and spread.jsonl.gz."),
        new Dataset(
            "evaluation", "train/evaluation", "Held-out sums: overall.json and exercises.jsonl."),
        new Dataset(
            "predictions",
            "train/predictions",
            "Held-out answers and what was predicted for them, Parquet; empty unless asked for."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(ExampleJob.keys());
    keys.addAll(ExercisePrior.keys());
    keys.add(BaselineChoice.BASELINES);
    keys.add(PredictionRows.PREDICTIONS);
    keys.add(MOST_ATTEMPTS);
    keys.add(ItemPrior.PRECISION);
    keys.add(ItemPrior.MOST_ITEMS);
    keys.add(TOLERANCE);
    keys.add(MOST_ITERATIONS);
    keys.add(INTERVALS);
    return keys;
  }

  @Override
  public void validate(Configuration configuration) {
    ExampleMapper.featureSet(configuration);
    ExercisePrior.validate(configuration);
    StudentSplit.validate(configuration);
    BaselineChoice.of(configuration);
  }

  /**
   * A reducer holds the features of one exercise's attempts, 4 bytes each, and 8 for each feature
   * of an item.
   */
  @Override
  public Resources resources(Configuration configuration) {
    long features = ExampleMapper.featureSet(configuration).size();
    long items = ItemPrior.isUsed(configuration) ? ItemPrior.mostItems(configuration) : 0;
    return Resources.heavy(0, features * (4 * MOST_ATTEMPTS.get(configuration) + 8 * items));
  }

  static FitOptions fitOptions(Configuration configuration) {
    return FitOptions.defaults()
        .withTolerance(TOLERANCE.get(configuration))
        .withMaxIterations(MOST_ITERATIONS.get(configuration).intValue());
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Optional<Variant> ofModel = Variant.ofModel(context.configuration());
    if (ofModel.isEmpty()) {
      Path model = context.output("model");
      model.getFileSystem(context.configuration()).mkdirs(model);
    }
    for (Variant variant : Variant.all(context.configuration())) {
      new VariantTraining(this, context, variant).run(ofModel.equals(Optional.of(variant)));
    }
  }
}
