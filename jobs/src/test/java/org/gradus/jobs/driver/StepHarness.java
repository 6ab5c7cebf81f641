package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;

/**
 * Runs one step in local mode on a temporary work folder, as the runner would, for the tests of
 * steps: {@code new StepHarness(folder.getRoot()).with(KEY, value).given("histories",
 * path).run(step)}.
 */
public final class StepHarness {
  private final Configuration configuration = new Configuration();
  private final Map<String, Path> inputs = new HashMap<>();
  private final Path work;
  private StepRun last;

  /** A harness whose work folder is {@code <folder>/work}. */
  public StepHarness(File folder) throws IOException {
    work = new Path(new File(folder, "work").getAbsolutePath());
    LocalMode.apply(configuration);
    LocalMode.useScratch(configuration, new File(folder, "scratch"));
    configuration.setInt("mapreduce.task.io.sort.mb", 8);
  }

  /** Beside the work folder, for what steps are given. */
  public Path beside(String name) {
    return new Path(work.getParent(), name);
  }

  /** Sets a key of the step. */
  public <T> StepHarness with(Key<T> key, T value) {
    key.set(configuration, value);
    return this;
  }

  /** Sets any property, such as {@code mapreduce.job.reduces}. */
  public StepHarness with(String name, String value) {
    configuration.set(name, value);
    return this;
  }

  /** Says where a dataset that the step reads is. */
  public StepHarness given(String dataset, Path place) {
    inputs.put(dataset, place);
    return this;
  }

  /** Settings so far, to be changed freely before {@link #run}. */
  public Configuration configuration() {
    return configuration;
  }

  /** Validates and runs the step; its output is then at {@link #output}. */
  public StepHarness run(Step step) throws IOException, InterruptedException {
    step.validate(configuration);
    WorkFolder folder = new WorkFolder(work, configuration);
    last = new StepRun(step, configuration, folder, "harness", inputs::get, Progress.SILENT);
    try {
      last.execute();
    } catch (IOException | RuntimeException e) {
      folder.keepEvidence(step.name());
      throw e;
    }
    folder.complete(step, "{}");
    for (Dataset dataset : step.writes()) {
      inputs.put(dataset.name(), folder.place(dataset));
    }
    return this;
  }

  /** Where a dataset is that has been given or written by a step run before. */
  public Path output(String dataset) {
    return inputs.get(dataset);
  }

  /** How many jobs the step run last needed. */
  public int jobs() {
    return last.jobs().size();
  }

  /** The figures of the step run last. */
  public Map<String, Object> figures() {
    return last.figures();
  }
}
