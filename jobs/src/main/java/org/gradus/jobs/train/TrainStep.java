package org.gradus.jobs.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleCounter;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.knowledge.KnowledgeModel;

/** Fits one model per exercise and scores the held-out students with it. */
public final class TrainStep implements Step {
  /** Memory bound of a reducer. */
  public static final Key<Long> MOST_ATTEMPTS =
      Key.whole(
          "gradus.train.max-attempts-in-memory",
          500_000,
          1_000,
          1_000_000_000,
          "Training attempts of one exercise that a reducer holds, 4 bytes each per feature; of a larger exercise about so many are drawn, student by student.");

  /** Stop of the fit. */
  public static final Key<Double> TOLERANCE =
      Key.number(
          "gradus.train.tolerance",
          1e-9,
          1e-14,
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
    if (ExercisePrior.isPooled(configuration)) {
      reads.add("prior");
    }
    return reads;
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            "model", "train/model", "The knowledge model: model.json and parameters.jsonl.gz."),
        new Dataset(
            "evaluation", "train/evaluation", "Held-out sums: overall.json and exercises.jsonl."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(ExampleJob.keys());
    keys.addAll(ExercisePrior.keys());
    keys.add(MOST_ATTEMPTS);
    keys.add(TOLERANCE);
    keys.add(MOST_ITERATIONS);
    return keys;
  }

  @Override
  public void validate(Configuration configuration) {
    ExampleMapper.featureSet(configuration);
    ExercisePrior.validate(configuration);
  }

  static FitOptions fitOptions(Configuration configuration) {
    return FitOptions.defaults()
        .withTolerance(TOLERANCE.get(configuration))
        .withMaxIterations(MOST_ITERATIONS.get(configuration).intValue());
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    Job job =
        ExampleJob.of(
            context, "fit and score", 1, true, configuration.getInt("mapreduce.job.reduces", 1));
    if (ExercisePrior.isPooled(configuration)) {
      job.getConfiguration()
          .set(ExercisePrior.FILE, new Path(context.input("prior"), "part-r-00000").toString());
    }
    job.setReducerClass(TrainReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    Path parts = new Path(context.output("model").getParent(), "_parts");
    TextOutputFormat.setOutputPath(job, parts);
    Counters counters = context.run(job);
    check(counters);
    assemble(context, job.getConfiguration(), parts, counters);
    parts.getFileSystem(configuration).delete(parts, true);
  }

  private void assemble(
      StepContext context, Configuration jobSettings, Path parts, Counters counters)
      throws IOException {
    FeatureSet featureSet = ExampleMapper.featureSet(jobSettings);
    Path model = context.output("model");
    Path evaluation = context.output("evaluation");
    Path items = featureSet.usesDifficulty() ? context.input("difficulty") : null;
    ModelAssembly assembly = new ModelAssembly(jobSettings);
    assembly.write(
        parts,
        items,
        new Path(model, KnowledgeModel.PARAMETERS_FILE),
        new Path(evaluation, "exercises.jsonl"));
    JsonFile.write(
        header(jobSettings, featureSet, counters),
        new Path(model, KnowledgeModel.HEADER_FILE),
        jobSettings);
    JsonFile.write(
        overall(featureSet, assembly, counters), new Path(evaluation, "overall.json"), jobSettings);
    context.figure("exercises fitted", assembly.exercisesFitted());
    context.figure("exercises from the prior", assembly.exercises() - assembly.exercisesFitted());
    context.figure("training attempts", count(counters, TrainCounter.ROWS_FITTED));
    context.figure("held-out attempts", count(counters, TrainCounter.ROWS_SCORED));
  }

  private Map<String, Object> header(
      Configuration configuration, FeatureSet featureSet, Counters counters) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Key<?> key : keys()) {
      settings.put(key.name(), configuration.getTrimmed(key.name(), key.defaultText()));
    }
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("students", count(counters, ExampleCounter.STUDENTS_TRAINING));
    training.put("attempts", count(counters, ExampleCounter.ATTEMPTS_TRAINING));
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", KnowledgeModel.FORMAT);
    header.put("featureSet", featureSet.name());
    header.put("features", featureSet.features());
    header.put("pooledTheta", ExercisePrior.of(configuration, featureSet).unseenTheta());
    header.put("exerciseStrength", DifficultyFiles.EXERCISE_STRENGTH.get(configuration));
    header.put("itemStrength", DifficultyFiles.ITEM_STRENGTH.get(configuration));
    header.put("training", training);
    header.put("settings", settings);
    return header;
  }

  private static Map<String, Object> overall(
      FeatureSet featureSet, ModelAssembly assembly, Counters counters) {
    Map<String, Object> overall = new LinkedHashMap<>();
    overall.put("format", "gradus-evaluation-1");
    overall.put("students", count(counters, ExampleCounter.STUDENTS_HELD_OUT));
    overall.put("trainingStudents", count(counters, ExampleCounter.STUDENTS_TRAINING));
    overall.put("trainingAttempts", count(counters, ExampleCounter.ATTEMPTS_TRAINING));
    overall.put("exercisesFitted", assembly.exercisesFitted());
    overall.put("exercises", assembly.exercises());
    overall.put("features", featureSet.features());
    overall.put("featureSet", featureSet.name());
    Map<String, Object> evaluations = new LinkedHashMap<>();
    evaluations.put("model", assembly.evaluation().toJson());
    evaluations.put("exercise mean", assembly.baseline().toJson());
    overall.put("evaluations", evaluations);
    return overall;
  }

  private static void check(Counters counters) throws IOException {
    long read = count(counters, ExampleCounter.ATTEMPTS_READ);
    long training = count(counters, ExampleCounter.ATTEMPTS_TRAINING);
    long heldOut = count(counters, ExampleCounter.ATTEMPTS_HELD_OUT);
    long leftOut = count(counters, ExampleCounter.ATTEMPTS_LEFT_OUT);
    long fitted = count(counters, TrainCounter.ROWS_FITTED);
    long notFitted = count(counters, TrainCounter.ROWS_NOT_FITTED);
    long scored = count(counters, TrainCounter.ROWS_SCORED);
    if (read != training + heldOut + leftOut
        || fitted + notFitted != training
        || scored != heldOut) {
      throw new IOException(
          String.format(
              "The train step read %d attempts (%d training, %d held out, %d left out) but fitted %d, did not fit %d and scored %d, which does not add up; its"
                  + " output is not used.",
              read, training, heldOut, leftOut, fitted, notFitted, scored));
    }
    if (training == 0) {
      throw new DataException(
          "No model can be trained: all "
              + heldOut
              + " attempts are of held-out students; hold out fewer (--holdout, --test-fold).");
    }
  }

  private static long count(Counters counters, Enum<?> counter) {
    return counters.findCounter(counter).getValue();
  }
}
