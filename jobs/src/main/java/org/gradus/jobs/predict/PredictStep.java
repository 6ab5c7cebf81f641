package org.gradus.jobs.predict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.gradus.io.history.HistoryInputFormat;
import org.gradus.io.prediction.PredictionOutputFormat;
import org.gradus.io.prediction.StudentPrediction;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.store.ModelFolder;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.examples.Variant;
import org.gradus.model.knowledge.KnowledgeModel;

/** Says for all students at once where they stand and what to do next. */
public final class PredictStep implements Step {
  static final String PREDICTIONS = "student-states";
  static final String THRESHOLDS = "challenge-thresholds";

  /** Folder of the model that a job predicts with. */
  private static final String MODEL = "gradus.internal.predict-model";

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String summary() {
    return "Writes each student's state, exercises to practise and challenge cards.";
  }

  @Override
  public String example() {
    return "predict --work work";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of("histories", "model");
  }

  @Override
  public List<Dataset> writes() {
    return List.of(
        new Dataset(
            PREDICTIONS,
            "predict/students",
            "One record per student: state, recommended exercises, challenge cards; Parquet, and"
                + " the lists as CSV."),
        new Dataset(
            THRESHOLDS,
            "predict/thresholds",
            "P(correct) from which an exercise is a challenge card, JSON lines."));
  }

  @Override
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(PredictKeys.all());
    keys.addAll(StudentSplit.keys());
    return keys;
  }

  @Override
  public void validate(Configuration configuration) {
    StudentSplit.validate(configuration);
    if (Variant.FIGURES_ONLY.get(configuration)) {
      throw new SettingsException(
          "Predictions need a model, but "
              + Variant.FIGURES_ONLY
              + " is true, so that none is trained; train without it.");
    }
    PredictKeys.all().forEach(key -> key.get(configuration));
  }

  @Override
  public void run(StepContext context) throws IOException, InterruptedException {
    Counters first = context.run(thresholds(context));
    check(first, PredictCounter.STUDENTS_USED, PredictCounter.STUDENTS_LEFT_OUT);
    if (value(first, PredictCounter.FIRST_ATTEMPTS)
        != value(first, PredictCounter.FIRST_ATTEMPTS_BINNED)) {
      throw new IOException(
          "The predict step met "
              + value(first, PredictCounter.FIRST_ATTEMPTS)
              + " first attempts but binned "
              + value(first, PredictCounter.FIRST_ATTEMPTS_BINNED)
              + "; its output is not used.");
    }
    Counters second = context.run(predictions(context));
    check(second, PredictCounter.STUDENTS_WRITTEN);
    context.figure("students", value(second, PredictCounter.STUDENTS_WRITTEN));
    context.figure("challenge cards", value(second, PredictCounter.CHALLENGES));
  }

  /** The model, as tasks read it. */
  static KnowledgeModel model(Configuration configuration) throws IOException {
    return ModelFolder.at(new Path(configuration.get(MODEL)), configuration).loadParameters();
  }

  private static Job overHistories(StepContext context, String title) throws IOException {
    Job job = context.newJob(title);
    Configuration configuration = job.getConfiguration();
    Variant.ofModel(configuration).orElseThrow().applyTo(configuration);
    configuration.set(MODEL, context.input("model").toString());
    job.setInputFormatClass(HistoryInputFormat.class);
    FileInputFormat.addInputPath(job, context.input("histories"));
    return job;
  }

  private static Job thresholds(StepContext context) throws IOException {
    Job job = overHistories(context, "thresholds of challenges");
    job.setMapperClass(ThresholdMapper.class);
    job.setMapOutputKeyClass(Text.class);
    job.setMapOutputValueClass(FirstAttemptsWritable.class);
    job.setReducerClass(ThresholdReducer.class);
    job.setNumReduceTasks(1);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    FileOutputFormat.setCompressOutput(job, false);
    FileOutputFormat.setOutputPath(job, context.output(THRESHOLDS));
    return job;
  }

  private static Job predictions(StepContext context) throws IOException {
    Job job = overHistories(context, "predictions");
    Path thresholds = context.output(THRESHOLDS);
    job.getConfiguration().set(Thresholds.FOLDER, thresholds.toString());
    job.setMapperClass(PredictMapper.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(Void.class);
    job.setOutputValueClass(StudentPrediction.class);
    job.setOutputFormatClass(PredictionOutputFormat.class);
    FileOutputFormat.setOutputPath(job, context.output(PREDICTIONS));
    return job;
  }

  private static long value(Counters counters, PredictCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  private static void check(Counters counters, PredictCounter... parts) throws IOException {
    long sum = 0;
    for (PredictCounter part : parts) {
      sum += value(counters, part);
    }
    long read = value(counters, PredictCounter.STUDENTS_READ);
    if (read != sum) {
      throw new IOException(
          "The predict step read "
              + read
              + " students but accounts for "
              + sum
              + "; its output is not used.");
    }
  }
}
