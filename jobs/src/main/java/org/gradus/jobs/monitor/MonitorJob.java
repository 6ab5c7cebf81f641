package org.gradus.jobs.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
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
import org.gradus.io.key.FirstPartitioner;
import org.gradus.io.key.PairKey;
import org.gradus.io.monitor.MonitorFolder;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.io.settings.DataException;
import org.gradus.io.store.PublishedStore;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.model.knowledge.VersionName;

/** The job, and its output on the way to its place. */
final class MonitorJob {
  private final CommandContext context;
  private final Path histories;
  private final Days days;

  MonitorJob(CommandContext context, Path histories, Days days) {
    this.context = context;
    this.histories = histories;
    this.days = days;
  }

  /**
   * Predicts the answers of the days and keeps the sums of each, also of one without any.
   *
   * @param store where the model is
   * @param version its name
   * @throws DataException when there is no answer on any of the days
   */
  void run(PublishedStore store, VersionName version, MonitorFolder folder)
      throws IOException, InterruptedException {
    Path scratch = new Path(histories.getParent().getParent(), ".monitor");
    scratch.getFileSystem(context.configuration()).delete(scratch, true);
    try {
      Path model = store.model(version, new Path(scratch, "model"));
      Path output = new Path(scratch, "days");
      check(context.run(job(model, version.toString(), output)));
      keep(output, version.toString(), folder);
    } finally {
      scratch.getFileSystem(context.configuration()).delete(scratch, true);
    }
  }

  private Job job(Path model, String version, Path output) throws IOException {
    Job job = context.newJob("monitor: predictions of " + days);
    Configuration configuration = job.getConfiguration();
    configuration.set(MonitorMapper.MODEL, model.toString());
    configuration.set(MonitorReducer.VERSION, version);
    job.setInputFormatClass(HistoryInputFormat.class);
    FileInputFormat.addInputPath(job, histories);
    job.setMapperClass(MonitorMapper.class);
    job.setMapOutputKeyClass(PairKey.class);
    job.setMapOutputValueClass(DailySumsWritable.class);
    job.setCombinerClass(MonitorCombiner.class);
    job.setPartitionerClass(FirstPartitioner.class);
    job.setReducerClass(MonitorReducer.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(Text.class);
    job.setOutputFormatClass(TextOutputFormat.class);
    FileOutputFormat.setCompressOutput(job, false);
    FileOutputFormat.setOutputPath(job, output);
    return job;
  }

  private void check(Counters counters) throws IOException {
    long read = value(counters, MonitorCounter.STUDENTS_READ);
    long monitored = value(counters, MonitorCounter.STUDENTS_MONITORED);
    long without = value(counters, MonitorCounter.STUDENTS_WITHOUT_ANSWERS);
    long scored = value(counters, MonitorCounter.ANSWERS_SCORED);
    long summed = value(counters, MonitorCounter.ANSWERS_SUMMED);
    if (read != monitored + without || scored != summed) {
      throw new IOException(
          String.format(
              "Monitoring read %d students but accounts for %d, and predicted %d answers but summed"
                  + " %d; nothing is kept.",
              read, monitored + without, scored, summed));
    }
    if (scored == 0) {
      throw new DataException(
          String.format(
              "There is no answer on %s in the logs of %d students, in which %d answers have no"
                  + " time; give --input the logs of these days and of what students did before.",
              days, read, value(counters, MonitorCounter.ANSWERS_WITHOUT_TIME)));
    }
  }

  private static long value(Counters counters, MonitorCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  private void keep(Path output, String version, MonitorFolder folder) throws IOException {
    List<LocalDate> silent = new ArrayList<>(days.all());
    for (Path part : DifficultyFiles.parts(output, context.configuration())) {
      try (BufferedReader lines = DifficultyFiles.open(part, context.configuration())) {
        MonitoredDay day = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (MonitoredDay.isHeader(line)) {
            keep(day, folder, silent);
            day = MonitoredDay.ofHeader(line);
          } else {
            day.addLine(line);
          }
        }
        keep(day, folder, silent);
      }
    }
    for (LocalDate date : silent) {
      folder.write(new MonitoredDay(date, version));
    }
  }

  private static void keep(MonitoredDay day, MonitorFolder folder, List<LocalDate> silent)
      throws IOException {
    if (day != null) {
      folder.write(day);
      silent.remove(day.date());
    }
  }
}
