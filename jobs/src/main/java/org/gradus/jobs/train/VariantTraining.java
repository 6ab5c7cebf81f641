package org.gradus.jobs.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.json.JsonFile;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleCounter;
import org.gradus.jobs.examples.ExampleJob;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.ExerciseRows;
import org.gradus.jobs.examples.FittedExercises;
import org.gradus.jobs.examples.ReducerCount;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.baseline.BaselineKind;
import org.gradus.model.baseline.SituationReader;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.StudentAbility;
import org.gradus.model.knowledge.KnowledgeModel;

/**
 * The training of one variant: rounds for the large exercises, one job for the others and for all
 * held-out students, and the files made of its parts.
 */
final class VariantTraining {
  /** Rows, about, that baselines are fitted to where the model is fitted in rounds. */
  private static final long BASELINE_SAMPLE = 100_000;

  private final Step step;
  private final StepContext context;
  private final Variant variant;
  private final FeatureSet featureSet;

  VariantTraining(Step step, StepContext context, Variant variant) {
    this.step = step;
    this.context = context;
    this.variant = variant;
    featureSet = ExampleMapper.featureSet(context.configuration());
  }

  /** Runs the job; {@code givesModel} says whether its parameters are the ones to keep. */
  void run(boolean givesModel) throws IOException, InterruptedException {
    Configuration priorSettings = new Configuration(context.configuration());
    if (ExercisePrior.isPooled(priorSettings)) {
      priorSettings.set(
          ExercisePrior.FILE,
          new Path(variant.in(context.input("prior")), "part-r-00000").toString());
    }
    ExercisePrior prior = ExercisePrior.of(priorSettings, featureSet);
    Optional<Path> large = new LargeFitting(context, variant, prior).run();
    large.ifPresent(file -> priorSettings.set(ExampleMapper.FITTED, file.toString()));
    long most = TrainStep.MOST_ATTEMPTS.get(priorSettings);
    int reducers = ReducerCount.of(context, FittedExercises.rows(priorSettings), most);
    Job job = ExampleJob.of(context, variant, "fit and score", 1, true, reducers);
    Configuration settings = job.getConfiguration();
    if (ExercisePrior.isPooled(settings)) {
      settings.set(ExercisePrior.FILE, priorSettings.get(ExercisePrior.FILE));
    }
    addBaselines(job);
    settings.setBoolean(ExampleMapper.WITH_ITEMS, ItemPrior.isUsed(settings));
    large.ifPresent(file -> settings.set(ExampleMapper.FITTED, file.toString()));
    settings.setLong(ExerciseRows.MOST_IN_A_PART, most);
    settings.setBoolean(TrainReducer.GIVES_MODEL, givesModel);
    job.setReducerClass(TrainReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    Path parts = new Path(context.output("model").getParent(), "_parts-" + variant);
    TextOutputFormat.setOutputPath(job, parts);
    Counters counters = context.run(job);
    check(counters);
    keepPredictions(new Path(parts, PredictionRows.NAME), settings);
    assemble(settings, parts, counters, givesModel);
    parts.getFileSystem(settings).delete(parts, true);
  }

  /** Moves the predictions, where there are any, to their dataset. */
  private void keepPredictions(Path written, Configuration settings) throws IOException {
    FileSystem files = written.getFileSystem(settings);
    Path kept = variant.in(context.output(PredictionRows.NAME));
    files.mkdirs(kept.getParent());
    if (files.exists(written) && !files.rename(written, kept)) {
      throw new IOException("Could not rename " + written + " to " + kept + ".");
    }
  }

  private void addBaselines(Job job) throws IOException {
    List<BaselineKind> baselines = BaselineChoice.of(context.configuration());
    PredictionRows.declare(job, variant.isEvaluated() ? baselines : List.of());
    if (!variant.isEvaluated()) {
      return;
    }
    Set<String> blocks = new LinkedHashSet<>(SituationReader.missingBlocks(featureSet, baselines));
    if (BaselineChoice.keepsAbilities(context.configuration())) {
      blocks.add(StudentAbility.BLOCK);
      blocks.removeAll(featureSet.blockNames());
    }
    ExampleJob.addBlocks(job, context, variant, List.copyOf(blocks));
    if (!baselines.isEmpty()) {
      job.getConfiguration().setLong(ExampleMapper.FITTED_SAMPLE, BASELINE_SAMPLE);
    }
  }

  private void assemble(Configuration settings, Path parts, Counters counters, boolean givesModel)
      throws IOException {
    Path items = featureSet.usesDifficulty() ? variant.in(context.input("difficulty")) : null;
    Path parameters =
        new Path(givesModel ? context.output("model") : parts, KnowledgeModel.PARAMETERS_FILE);
    Path metrics =
        variant.isEvaluated() ? variant.evaluationIn(context.output("evaluation")) : parts;
    ModelAssembly assembly = new ModelAssembly(settings);
    assembly.write(parts, items, parameters, new Path(metrics, "exercises.jsonl"));
    if (givesModel) {
      JsonFile.write(
          header(settings, counters),
          new Path(context.output("model"), KnowledgeModel.HEADER_FILE),
          settings);
      context.figure("exercises fitted", assembly.exercisesFitted());
      context.figure("exercises from the prior", assembly.exercises() - assembly.exercisesFitted());
      context.figure("training attempts", count(counters, TrainCounter.ROWS_FITTED));
      long notConverged = count(counters, TrainCounter.FITS_NOT_CONVERGED);
      if (notConverged > 0) {
        context.figure("fits not converged", notConverged);
      }
    }
    if (variant.isEvaluated()) {
      JsonFile.write(overall(assembly, counters), new Path(metrics, "overall.json"), settings);
      context.figure("held-out attempts", count(counters, TrainCounter.ROWS_SCORED));
      long passedOver = count(counters, TrainCounter.ROWS_PASSED_OVER);
      if (passedOver > 0) {
        context.figure("held-out repeats, not scored", passedOver);
      }
    }
  }

  private Map<String, Object> header(Configuration configuration, Counters counters)
      throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Key<?> key : step.keys()) {
      settings.put(key.name(), configuration.getTrimmed(key.name(), key.defaultText()));
    }
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("students", count(counters, ExampleCounter.STUDENTS_TRAINING));
    training.put("attempts", count(counters, ExampleCounter.ATTEMPTS_TRAINING));
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("format", KnowledgeModel.FORMAT);
    header.put("featureSet", featureSet.name());
    header.put("blocks", featureSet.blockNames());
    header.put("features", featureSet.features());
    ExercisePrior prior = ExercisePrior.of(configuration, featureSet);
    header.put("pooledTheta", prior.unseenTheta());
    header.put("priorPrecision", prior.gaussian().precisions());
    if (!prior.topics().isEmpty()) {
      header.put("topics", prior.topics().toJson());
    }
    header.put("itemPrecision", ItemPrior.precision(configuration));
    header.put("exerciseStrength", DifficultyFiles.EXERCISE_STRENGTH.get(configuration));
    header.put("itemStrength", DifficultyFiles.ITEM_STRENGTH.get(configuration));
    header.put("training", training);
    header.put("variant", variant.toString());
    header.put("settings", settings);
    return header;
  }

  private Map<String, Object> overall(ModelAssembly assembly, Counters counters) {
    Map<String, Object> overall = new LinkedHashMap<>();
    overall.put("format", "gradus-evaluation-1");
    overall.put("students", count(counters, ExampleCounter.STUDENTS_HELD_OUT));
    overall.put("repeats", count(counters, TrainCounter.ROWS_PASSED_OVER));
    overall.put("trainingStudents", count(counters, ExampleCounter.STUDENTS_TRAINING));
    overall.put("trainingAttempts", count(counters, ExampleCounter.ATTEMPTS_TRAINING));
    overall.put("exercisesFitted", assembly.exercisesFitted());
    overall.put("exercises", assembly.exercises());
    overall.put("features", featureSet.features());
    overall.put("featureSet", featureSet.name());
    Map<String, Object> evaluations = new LinkedHashMap<>();
    assembly
        .evaluations()
        .forEach((name, evaluation) -> evaluations.put(name, evaluation.toJson()));
    overall.put("evaluations", evaluations);
    return overall;
  }

  private void check(Counters counters) throws IOException {
    long read = count(counters, ExampleCounter.ATTEMPTS_READ);
    long training = count(counters, ExampleCounter.ATTEMPTS_TRAINING);
    long heldOut = count(counters, ExampleCounter.ATTEMPTS_HELD_OUT);
    long leftOut = count(counters, ExampleCounter.ATTEMPTS_LEFT_OUT);
    long fitted = count(counters, TrainCounter.ROWS_FITTED);
    long scored = count(counters, TrainCounter.ROWS_SCORED);
    long repeats = count(counters, TrainCounter.ROWS_PASSED_OVER);
    if (read != training + heldOut + leftOut || fitted != training || scored + repeats != heldOut) {
      throw new IOException(
          String.format(
              "The train step read %d attempts (%d training, %d held out, %d left out) but fitted %d, scored %d and passed over %d, which does not add up; its"
                  + " output is not used.",
              read, training, heldOut, leftOut, fitted, scored, repeats));
    }
    refuseEmptySides(training, heldOut);
  }

  private void refuseEmptySides(long training, long heldOut) {
    if (training == 0) {
      throw new DataException(
          String.format(
              "No model can be trained (%s): all %d attempts are of held-out students; hold out"
                  + " fewer (--holdout, --test-fold, --folds).",
              variant, heldOut));
    }
    if (heldOut == 0 && StudentSplit.isByColumn(context.configuration()) && variant.isEvaluated()) {
      throw new DataException(
          String.format(
              "Nothing can be evaluated (%s): no student's first attempt has a value in the column"
                  + " '%s' that --test-fold '%s' or --folds '%s' names; look at that column.",
              variant,
              LogInputFormat.FOLD_COLUMN.get(context.configuration()),
              StudentSplit.TEST_FOLD.get(context.configuration()),
              StudentSplit.FOLDS.get(context.configuration())));
    }
  }

  private static long count(Counters counters, Enum<?> counter) {
    return counters.findCounter(counter).getValue();
  }
}
