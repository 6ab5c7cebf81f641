package org.gradus.jobs.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.ToIntBiFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;

/** A command that is running. */
public final class CommandRun implements CommandContext, AutoCloseable {
  private final Configuration configuration;
  private final Scratch scratch;
  private final PrintStream out;
  private final ToIntBiFunction<PrintStream, String[]> gradus;
  private final JobRunner runner;

  /**
   * A run of a command.
   *
   * @param command what is run
   * @param gradus runs another command line, which says all it says to a stream
   */
  public CommandRun(
      Command command,
      Configuration settings,
      PrintStream out,
      Progress progress,
      ToIntBiFunction<PrintStream, String[]> gradus)
      throws IOException {
    this.configuration = new Configuration(settings);
    if (LocalMode.isOn(configuration)) {
      LocalMode.apply(configuration);
    }
    this.scratch = Scratch.temporary(configuration);
    this.out = out;
    this.gradus = gradus;
    this.runner = new JobRunner(configuration, command.keys(), progress);
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
    return runner.newJob("gradus " + title);
  }

  @Override
  public Counters run(Job job) throws IOException, InterruptedException {
    return runner.run(job);
  }

  /** Removes what jobs have left between them. */
  @Override
  public void close() throws IOException {
    scratch.close();
  }

  @Override
  public int gradus(String... arguments) {
    return gradus.applyAsInt(out, arguments);
  }

  @Override
  public int gradus(PrintStream to, String... arguments) {
    return gradus.applyAsInt(to, arguments);
  }
}
