package org.gradus.jobs.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.io.store.ModelFolder;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.driver.StepOutcome;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.BlockWeight;
import org.gradus.model.knowledge.KnowledgeModel;

/** Writes the metrics, tables and the page about a trained model's held-out predictions. */
public final class ReportStep implements Step {
  /** Exercises with fewer held-out attempts are left out of plots and of the worst-fitted list. */
  public static final Key<Long> MIN_ATTEMPTS =
      Key.whole(
          "gradus.report.min-attempts",
          30,
          1,
          Integer.MAX_VALUE,
          "Held-out attempts that an exercise needs to be plotted or listed as badly predicted.");

  /** Bound on the size of the page. */
  public static final Key<Long> PAGE_EXERCISES =
      Key.whole(
          "gradus.report.page-exercises",
          5000,
          1,
          20_000,
          "Most exercises that the page shows, those with the most held-out attempts;"
              + " exercises.csv always has all.");

  private static final String EVALUATION = "evaluation";
  private static final String MODEL = "model";
  private static final Dataset REPORT =
      new Dataset(
          "report",
          "report",
          "metrics.json, exercises.csv, calibration.csv, opportunity.csv, history.csv, blocks.csv, coefficients.csv and index.html");

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "Writes held-out metrics, tables for a spreadsheet and one page to look at.";
  }

  @Override
  public String example() {
    return "report --work work -Dgradus.report.min-attempts=100";
  }

  @Override
  public List<String> reads(Configuration configuration) {
    return List.of(EVALUATION, MODEL);
  }

  @Override
  public List<Dataset> writes() {
    return List.of(REPORT);
  }

  /** A model without its page is still the model. */
  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(MIN_ATTEMPTS, PAGE_EXERCISES);
  }

  @Override
  public void run(StepContext context) throws IOException {
    Configuration configuration = context.configuration();
    Path folder = context.input(EVALUATION);
    Results results = new EvaluationReader(folder.getFileSystem(configuration)).read(folder);
    Path output = context.output(REPORT.name());
    FileSystem files = output.getFileSystem(configuration);
    write(files, new Path(output, "metrics.json"), metrics(results));
    for (Map.Entry<String, String> table : Tables.of(results).entrySet()) {
      write(files, new Path(output, table.getKey()), table.getValue());
    }
    Page page = new Page(MIN_ATTEMPTS.get(configuration), PAGE_EXERCISES.get(configuration));
    List<BlockWeight> blocks = explain(context, files, output);
    write(files, new Path(output, "index.html"), page.html(results, blocks));
    figures(context, results.model());
    String warning = Wording.warning(results);
    if (!warning.isEmpty()) {
      context.figure(StepOutcome.WARNING, warning);
    }
  }

  /** Writes what the model's predictions rest on; nothing without a model. */
  private static List<BlockWeight> explain(StepContext context, FileSystem files, Path output)
      throws IOException {
    Path folder = context.input(MODEL);
    if (!ModelFolder.at(folder, context.configuration()).exists()) {
      return List.of();
    }
    KnowledgeModel model = ModelFolder.at(folder, context.configuration()).load();
    try (Writer blocks = writer(files, new Path(output, ModelTables.BLOCKS));
        Writer coefficients = writer(files, new Path(output, ModelTables.COEFFICIENTS))) {
      ModelTables.blocks(model, blocks);
      ModelTables.coefficients(model, coefficients);
    }
    return model.blocks();
  }

  private static Writer writer(FileSystem files, Path path) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(files.create(path, false), StandardCharsets.UTF_8));
  }

  private static String metrics(Results results) {
    return JsonWriter.writeIndented(Metrics.of(results)) + "\n";
  }

  private static void write(FileSystem files, Path path, String text) throws IOException {
    try (Writer writer = writer(files, path)) {
      writer.write(text);
    }
  }

  private static void figures(StepContext context, Evaluation model) {
    long attempts = model.total().attempts();
    context.figure("held-out attempts", attempts);
    if (attempts == 0) {
      context.figure("note", "no student was held out, so there are no metrics (see --holdout)");
    } else {
      figure(context, "AUC", model.auc());
      figure(context, "log loss", model.total().logLoss());
      figure(context, "calibration error", model.calibrationError());
      noteOneClass(context, model.total());
    }
    context.figure("page", "report/index.html");
  }

  private static void noteOneClass(StepContext context, PredictionSums total) {
    if (total.corrects() == 0 || total.corrects() == total.attempts()) {
      String which = total.corrects() == 0 ? "wrong" : "correct";
      context.figure("note", "every held-out answer is " + which + ", so there is no AUC");
    }
  }

  private static void figure(StepContext context, String name, double value) {
    if (Double.isNaN(value)) {
      context.figure(name, "undefined");
    } else {
      context.figure(name, Math.rint(value * 1e4) / 1e4);
    }
  }
}
