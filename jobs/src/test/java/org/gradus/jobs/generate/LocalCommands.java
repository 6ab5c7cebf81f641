package org.gradus.jobs.generate;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.local.NioLocalFileSystem;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.CommandContext;

/** Runs one command in local mode, without the command line. */
public final class LocalCommands implements CommandContext {
  private final Configuration configuration = new Configuration();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final List<String> commandLines = new CopyOnWriteArrayList<>();
  private Counters counters;

  /** A context whose jobs leave their files in {@code scratch}. */
  public LocalCommands(File scratch) {
    configuration.set("hadoop.tmp.dir", scratch.getAbsolutePath());
    configuration.set("fs.file.impl", NioLocalFileSystem.class.getName());
    configuration.setInt("mapreduce.client.completion.pollinterval", 20);
    configuration.setInt("mapreduce.client.progressmonitor.pollinterval", 20);
    configuration.setInt("mapreduce.local.map.tasks.maximum", 2);
    configuration.setInt("mapreduce.local.reduce.tasks.maximum", 2);
    configuration.setInt("mapreduce.task.io.sort.mb", 4);
  }

  /** Sets a key of the command. */
  public <T> LocalCommands with(Key<T> key, T value) {
    key.set(configuration, value);
    return this;
  }

  /** What the command has told the user. */
  public String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** The counters of the last job. */
  Counters counters() {
    return counters;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public Job newJob(String title) throws IOException {
    return Job.getInstance(configuration, title);
  }

  @Override
  public Counters run(Job job) throws IOException, InterruptedException {
    try {
      if (!job.waitForCompletion(false)) {
        throw new IOException(job.getStatus().getFailureInfo());
      }
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
    counters = job.getCounters();
    return counters;
  }

  /** Command lines that the command wanted to run; none of them has been. */
  public List<String> commandLines() {
    return commandLines;
  }

  @Override
  public int gradus(String... arguments) {
    commandLines.add(String.join(" ", arguments));
    return 0;
  }

  @Override
  public int gradus(PrintStream to, String... arguments) {
    return gradus(arguments);
  }
}
