package org.gradus.jobs.generate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.simulate.SimulatedClass;

/** {@code gradus generate}: writes the problem log of a simulated class with known truth. */
public final class GenerateCommand implements Command {
  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String summary() {
    return "Writes the problem log of a simulated class whose truth is known.";
  }

  @Override
  public String example() {
    return "generate --output class --students 1000 --exercises 50";
  }

  @Override
  public List<Key<?>> keys() {
    return GenerateSettings.keys();
  }

  @Override
  public int run(CommandContext context) throws IOException, InterruptedException {
    Configuration configuration = context.configuration();
    SimulatedClass simulated = new SimulatedClass(GenerateSettings.classOptions(configuration));
    OutputFiles layout = new OutputFiles(configuration);
    Path output = output(configuration);
    FileSystem files = output.getFileSystem(configuration);
    Path draft = new Path(output.getParent(), "." + output.getName() + ".tmp");
    files.delete(draft, true);
    Counters counters = context.run(job(context, layout, draft));
    TruthFolder truth = new TruthFolder(files, draft);
    truth.writeExercises(simulated);
    Evaluation best = truth.writeTruth(simulated, layout, counters);
    files.delete(output, false);
    if (!files.rename(draft, output)) {
      throw new IOException("Could not rename " + draft + " to " + output + ".");
    }
    report(context, output, layout, counters, best);
    return 0;
  }

  /** The folder to write, which does not exist or is empty. */
  private static Path output(Configuration configuration) throws IOException {
    if (!GenerateSettings.OUTPUT.isSet(configuration)) {
      throw new SettingsException("--output is not set; name the folder to write.");
    }
    Path given = new Path(GenerateSettings.OUTPUT.get(configuration));
    FileSystem files = given.getFileSystem(configuration);
    Path output = files.makeQualified(given);
    if (output.getParent() == null || !isFree(files, output)) {
      throw new SettingsException(
          "Cannot generate into "
              + output
              + " because it is not an empty folder; remove it or name another with --output.");
    }
    return output;
  }

  private static boolean isFree(FileSystem files, Path output) throws IOException {
    if (!files.exists(output)) {
      return true;
    }
    return files.getFileStatus(output).isDirectory() && files.listStatus(output).length == 0;
  }

  private static Job job(CommandContext context, OutputFiles layout, Path draft)
      throws IOException {
    Job job = context.newJob("generate");
    job.getConfiguration().setBoolean(FileOutputCommitter.SUCCESSFUL_JOB_OUTPUT_DIR_MARKER, false);
    job.setInputFormatClass(StudentRangeInputFormat.class);
    job.setMapperClass(GenerateMapper.class);
    job.setMapOutputKeyClass(RowKeyWritable.class);
    job.setMapOutputValueClass(Text.class);
    job.setPartitionerClass(RowPartitioner.class);
    job.setReducerClass(GenerateReducer.class);
    job.setNumReduceTasks(layout.all());
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(RowOutputFormat.class);
    FileOutputFormat.setOutputPath(job, draft);
    return job;
  }

  private static void report(
      CommandContext context, Path output, OutputFiles layout, Counters counters, Evaluation best) {
    context
        .out()
        .printf(
            Locale.ROOT,
            "Wrote %,d lines with %,d attempts of %,d students in %,d files to %s%n",
            counters.findCounter(GenerateCounter.LINES).getValue(),
            counters.findCounter(GenerateCounter.ATTEMPTS).getValue(),
            counters.findCounter(GenerateCounter.STUDENTS).getValue(),
            layout.shards(),
            plain(output));
    context
        .out()
        .printf(
            Locale.ROOT,
            "The true probabilities have log loss %.4f and AUC %.4f; see %s%n",
            best.total().logLoss(),
            best.auc(),
            plain(new Path(output, OutputFiles.TRUTH)));
  }

  /** A path as a user writes it: without scheme where it is on this machine. */
  private static String plain(Path place) {
    return "file".equals(place.toUri().getScheme()) ? place.toUri().getPath() : place.toString();
  }
}
