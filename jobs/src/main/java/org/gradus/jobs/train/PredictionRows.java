package org.gradus.jobs.train;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.apache.hadoop.mapreduce.lib.output.MultipleOutputs;
import org.gradus.io.settings.Key;
import org.gradus.io.training.TrainingRow;
import org.gradus.io.training.TrainingRowOutputFormat;
import org.gradus.io.training.TrainingRowWriteSupport;
import org.gradus.jobs.examples.TraceReader;
import org.gradus.model.baseline.BaselineKind;

/**
 * What was predicted for each held-out answer, as Parquet files beside a job's output: student,
 * exercise, opportunity, outcome, and the probability by the model, by the exercise's mean and by
 * each baseline. Written only when asked for. Committed with the task.
 */
final class PredictionRows implements Closeable {
  /** Whether they are written. */
  static final Key<Boolean> PREDICTIONS =
      Key.flag(
              "gradus.train.predictions",
              false,
              "Keep the prediction of every held-out answer, by the model and by each baseline, in train/predictions (Parquet), for 'gradus compare' and other tools.")
          .withOption("--predictions");

  /** Name of the files' folder in a job's output, and of the dataset. */
  static final String NAME = "predictions";

  private final MultipleOutputs<?, ?> outputs;
  private final TrainingRow row = new TrainingRow();

  private PredictionRows(MultipleOutputs<?, ?> outputs) {
    this.outputs = outputs;
  }

  /** Prepares a job to write them, if the settings ask for it. */
  static void declare(Job job, List<BaselineKind> baselines) {
    Configuration configuration = job.getConfiguration();
    if (PREDICTIONS.get(configuration)) {
      MultipleOutputs.addNamedOutput(
          job, NAME, TrainingRowOutputFormat.class, Void.class, TrainingRow.class);
      List<String> columns = new ArrayList<>(List.of("model", "exercise_mean"));
      baselines.forEach(kind -> columns.add(kind.label().replace('-', '_')));
      TrainingRowWriteSupport.setFeatures(configuration, columns);
    }
  }

  /** The files of a task; nothing is written where the settings do not ask for it. */
  static PredictionRows of(TaskInputOutputContext<?, ?, ?, ?> context) {
    boolean wanted = PREDICTIONS.get(context.getConfiguration());
    return new PredictionRows(wanted ? new MultipleOutputs<>(context) : null);
  }

  /** Writes what was predicted for one answer, in the order of the columns. */
  void write(String student, String exercise, TraceReader of, float[] probabilities)
      throws IOException, InterruptedException {
    if (outputs != null) {
      row.of(student, exercise, true);
      row.set(of.opportunity(), of.correct(), probabilities);
      outputs.write(NAME, null, row, NAME + "/part");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (outputs != null) {
        outputs.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while closing the predictions", e);
    }
  }
}
