package org.gradus.jobs.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.gradus.io.key.PairKey;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.TraceOrder;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.jobs.examples.TraceWritable;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.json.JsonWriter;

/** Fits, unless it is given the theta, and scores one exercise at a time. */
public final class TrainReducer extends Reducer<PairKey, TraceWritable, Text, Text> {
  /** Whether the parameters are those of the model, so that it matters how sure they are. */
  static final String GIVES_MODEL = "gradus.internal.gives-model";

  private final Evaluation evaluation = new Evaluation();
  private final Evaluation baseline = new Evaluation();
  private final Text parametersLine = new Text();
  private final Text evaluationLine = new Text();
  private TraceReader reader;
  private ExampleMatrix examples;
  private ExercisePrior prior;
  private FitOptions options;
  private LargeFits given;
  private Spreads spreads;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    FeatureSet featureSet = ExampleMapper.featureSet(configuration);
    reader = new TraceReader(featureSet);
    examples = new ExampleMatrix(featureSet.size());
    prior = ExercisePrior.of(configuration, featureSet);
    options = TrainStep.fitOptions(configuration);
    given = LargeFits.of(configuration);
    spreads = configuration.getBoolean(GIVES_MODEL, true) ? Spreads.of(configuration) : null;
  }

  @Override
  protected void reduce(PairKey key, Iterable<TraceWritable> traces, Context context)
      throws IOException, InterruptedException {
    ExerciseFit fit = new ExerciseFit(key.first(), prior, options, examples);
    LargeFit large = given.get(key.first());
    if (large != null) {
      fit.take(large);
    }
    for (TraceWritable trace : traces) {
      reader.open(trace);
      if (TraceOrder.isHeldOut(key.second())) {
        fit.fit();
        score(fit);
      } else {
        train(fit);
      }
    }
    fit.fit();
    if (spreads != null) {
      fit.measure(spreads);
    }
    write(fit, context);
  }

  private void train(ExerciseFit fit) throws IOException {
    while (reader.next()) {
      fit.train(reader.features(), reader.correct());
    }
  }

  private void score(ExerciseFit fit) throws IOException {
    while (reader.next()) {
      if (reader.answersBefore() == TraceReader.REPEAT) {
        fit.passOver();
      } else {
        fit.score(reader.features(), reader.correct(), reader.opportunity());
      }
    }
  }

  private void write(ExerciseFit fit, Context context) throws IOException, InterruptedException {
    evaluation.merge(fit.evaluation());
    baseline.merge(fit.baseline());
    context.getCounter(TrainCounter.ROWS_FITTED).increment(fit.rows());
    context.getCounter(TrainCounter.ROWS_SCORED).increment(fit.evaluation().total().attempts());
    context.getCounter(TrainCounter.ROWS_PASSED_OVER).increment(fit.passedOver());
    context
        .getCounter(
            fit.isFitted() ? TrainCounter.EXERCISES_FITTED : TrainCounter.EXERCISES_FROM_PRIOR)
        .increment(1);
    if (!fit.hasConverged()) {
      context.getCounter(TrainCounter.FITS_NOT_CONVERGED).increment(1);
    }
    parametersLine.set(fit.parametersLine());
    evaluationLine.set(fit.evaluationLine() + '\t' + fit.spreadLine());
    context.write(parametersLine, evaluationLine);
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("model", evaluation.toJson());
    sums.put("exercise mean", baseline.toJson());
    parametersLine.set(TrainParts.SUMS);
    evaluationLine.set(JsonWriter.write(sums));
    context.write(parametersLine, evaluationLine);
  }
}
