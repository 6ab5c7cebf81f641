package org.gradus.jobs.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.TraceOrder;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.jobs.examples.TraceWritable;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.json.JsonWriter;

/** Fits, unless it is given the theta, and scores one exercise at a time; and its baselines. */
public final class TrainReducer extends Reducer<PairKey, TraceWritable, Text, Text> {
  /** Whether the parameters are those of the model, so that it matters how sure they are. */
  static final String GIVES_MODEL = "gradus.internal.gives-model";

  private final Evaluation evaluation = new Evaluation();
  private final Evaluation exerciseMean = new Evaluation();
  private final Text parametersLine = new Text();
  private final Text evaluationLine = new Text();
  private TraceReader reader;
  private ExampleMatrix examples;
  private ExercisePrior prior;
  private LargeFits given;
  private Spreads spreads;
  private BaselineFits baselines;
  private PredictionRows predictions;
  private float[] features;
  private boolean keepsAbilities;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    FeatureSet featureSet = ExampleMapper.featureSet(configuration);
    FeatureSet replayed = ExampleMapper.replayedSet(configuration);
    reader = new TraceReader(replayed);
    features = new float[featureSet.size()];
    examples = new ExampleMatrix(featureSet.size());
    baselines =
        new BaselineFits(
            StudentSplit.of(configuration).isEvaluated()
                ? BaselineChoice.of(configuration)
                : List.of(),
            replayed);
    keepsAbilities = BaselineChoice.keepsAbilities(configuration);
    prior = ExercisePrior.of(configuration, featureSet);
    given = LargeFits.of(configuration);
    predictions = PredictionRows.of(context);
    spreads = configuration.getBoolean(GIVES_MODEL, true) ? Spreads.of(configuration) : null;
  }

  @Override
  protected void reduce(PairKey key, Iterable<TraceWritable> traces, Context context)
      throws IOException, InterruptedException {
    ExerciseFit fit =
        new ExerciseFit(
            key.first(), prior.inTopicOf(key.first()), context.getConfiguration(), examples);
    LargeFit large = given.get(key.first());
    if (large != null) {
      fit.take(large);
    }
    baselines.beginExercise();
    boolean accounts = large == null;
    for (TraceWritable trace : traces) {
      reader.open(trace);
      accounts |= trace.rows() == 0;
      baselines.beginTrace(trace.firstOpportunity());
      if (TraceOrder.isHeldOut(key.second())) {
        fit.fit();
        score(fit, key);
      } else {
        train(fit, large == null);
      }
    }
    fit.fit();
    if (spreads != null) {
      fit.measure(spreads);
    }
    if (accounts) {
      account(fit, context);
    }
    write(fit, large != null, context);
  }

  private void train(ExerciseFit fit, boolean forTheModel) throws IOException {
    while (reader.next()) {
      if (forTheModel) {
        fit.train(modelFeatures(), reader.correct(), reader.item());
      }
      baselines.train(reader);
    }
  }

  /** The row without the columns that only baselines read. */
  private float[] modelFeatures() {
    System.arraycopy(reader.features(), 0, features, 0, features.length);
    return features;
  }

  private void score(ExerciseFit fit, PairKey key) throws IOException, InterruptedException {
    while (reader.next()) {
      baselines.score(reader, fit.score());
      if (reader.answersBefore() == TraceReader.REPEAT) {
        fit.passOver();
      } else {
        double probability = fit.score(modelFeatures(), reader);
        if (keepsAbilities) {
          evaluation.addAbility(baselines.ability());
        }
        predictions.write(
            TraceOrder.student(key.second()),
            key.first(),
            reader,
            baselines.probabilities(probability, fit.meanCorrect()));
      }
    }
  }

  /** Done by one reducer where several score the exercise. */
  private static void account(ExerciseFit fit, Context context) {
    context.getCounter(TrainCounter.ROWS_FITTED).increment(fit.rows());
    context
        .getCounter(
            fit.isFitted() ? TrainCounter.EXERCISES_FITTED : TrainCounter.EXERCISES_FROM_PRIOR)
        .increment(1);
    if (!fit.hasConverged()) {
      context.getCounter(TrainCounter.FITS_NOT_CONVERGED).increment(1);
    }
  }

  private void write(ExerciseFit fit, boolean inParts, Context context)
      throws IOException, InterruptedException {
    evaluation.merge(fit.score().model());
    exerciseMean.merge(fit.score().mean());
    baselines.endExercise(fit.score());
    context.getCounter(TrainCounter.ROWS_SCORED).increment(fit.score().model().total().attempts());
    context.getCounter(TrainCounter.ROWS_PASSED_OVER).increment(fit.passedOver());
    parametersLine.set(fit.parametersLine());
    String sums = inParts ? '\t' + fit.score().toJson() : "";
    evaluationLine.set(
        fit.evaluationLine() + '\t' + fit.spreadLine() + '\t' + fit.offsetsCell() + sums);
    context.write(parametersLine, evaluationLine);
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put(ModelAssembly.MODEL, evaluation.toJson());
    sums.put(ModelAssembly.EXERCISE_MEAN, exerciseMean.toJson());
    baselines.evaluations().forEach((name, part) -> sums.put(name, part.toJson()));
    predictions.close();
    parametersLine.set(TrainParts.SUMS);
    evaluationLine.set(JsonWriter.write(sums));
    context.write(parametersLine, evaluationLine);
  }
}
