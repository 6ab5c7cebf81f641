package org.gradus.jobs.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.settings.SettingsException;

/** A step that is running: gives it its places and keeps its jobs and figures. */
final class StepRun implements StepContext {
  private final Step step;
  private final Configuration configuration;
  private final WorkFolder folder;
  private final String fingerprint;
  private final Function<String, Path> inputs;
  private final JobRunner runner;
  private final List<JobRun> jobs = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private long ownMillis;
  private long bytesWritten;
  private Map<String, Object> files = Map.of();

  StepRun(
      Step step,
      Configuration configuration,
      WorkFolder folder,
      String fingerprint,
      Function<String, Path> inputs,
      Progress progress) {
    this.step = step;
    this.configuration =
        new ResourceKeys(step.name()).apply(configuration, step.resources(configuration));
    this.folder = folder;
    this.fingerprint = fingerprint;
    this.inputs = inputs;
    this.runner = new JobRunner(this.configuration, step.keys(), progress);
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public Path input(String dataset) {
    if (!step.reads(configuration).contains(dataset)) {
      throw new IllegalArgumentException(
          "step '" + step.name() + "' does not say that it reads '" + dataset + "'");
    }
    return inputs.apply(dataset);
  }

  @Override
  public Path output(String dataset) {
    return folder.temporaryPlace(step.name(), written(dataset));
  }

  @Override
  public Path evidence(String dataset) {
    return folder.evidence(step.name(), written(dataset));
  }

  @Override
  public Path checkpoint() {
    return folder.checkpoint(step.name(), fingerprint);
  }

  private Dataset written(String dataset) {
    for (Dataset written : step.writes()) {
      if (written.name().equals(dataset)) {
        return written;
      }
    }
    throw new IllegalArgumentException(
        "step '" + step.name() + "' does not say that it writes '" + dataset + "'");
  }

  @Override
  public Job newJob(String title) throws IOException {
    return runner.newJob("gradus " + step.name() + ": " + title);
  }

  @Override
  public Counters run(Job job) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Counters counters = runner.run(job);
    jobs.add(new JobRun(job, (System.nanoTime() - start) / 1_000_000));
    return counters;
  }

  @Override
  public void figure(String name, Object value) {
    figures.put(name, value);
  }

  /** Figures so far, in order. */
  Map<String, Object> figures() {
    return figures;
  }

  /** Jobs run so far, in order. */
  List<JobRun> jobs() {
    return jobs;
  }

  /**
   * Runs the step in an empty temporary folder.
   *
   * @throws SettingsException when it refuses its settings
   */
  void execute() throws IOException, InterruptedException {
    folder.begin(step);
    long start = processorMillis();
    step.run(this);
    ownMillis = processorMillis() - start;
    bytesWritten = folder.bytesWritten(step.name());
    files = folder.filesWritten(step.name());
  }

  /** Lengths of the files of its output. */
  Map<String, Object> files() {
    return files;
  }

  /** Bytes of its output, before replication. */
  long bytesWritten() {
    return bytesWritten;
  }

  /**
   * Processor time of the step: of this process, in which local jobs run, and of tasks elsewhere.
   * Unknown where local jobs of other steps may have run in this process at the same time.
   */
  OptionalLong processorMillisTaken() {
    if (LocalMode.isOn(configuration) && RunKeys.isShared(configuration)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(processorMillisOfAll());
  }

  private long processorMillisOfAll() {
    return ownMillis + jobs.stream().mapToLong(JobRun::processorMillis).sum();
  }

  private static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }
}
