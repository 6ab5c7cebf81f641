package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;

/**
 * One stage of the pipeline: one package, one folder below the work folder, usually one MapReduce
 * job. Found by {@link java.util.ServiceLoader}; needs a public constructor without arguments and
 * keeps no state.
 */
public interface Step {
  /**
   * One lower-case word: the command, the folder of its output, the middle of its settings' names.
   */
  String name();

  /** What it does, in one sentence. */
  String summary();

  /** A command line, after {@code gradus}, that shows its use. */
  String example();

  /** Names of the datasets that it reads under these settings. */
  List<String> reads(Configuration configuration);

  /** The datasets that it writes. */
  List<Dataset> writes();

  /** Settings that it owns, whether declared in the step itself or in a package that it uses. */
  List<Key<?>> keys();

  /**
   * What its jobs ask of a cluster under these settings; {@link ResourceKeys} of the step come
   * first.
   */
  default Resources resources(Configuration configuration) {
    return Resources.light();
  }

  /** Whether a failure of this step leaves the run a success (a report, say). */
  default boolean optional() {
    return false;
  }

  /**
   * Checks its settings and arguments as far as that is possible before any step has run.
   *
   * @throws org.gradus.io.settings.SettingsException when they cannot be used
   */
  default void validate(Configuration configuration) throws IOException {}

  /**
   * Paths outside the work folder that its output depends on (logs, a source file); their names,
   * lengths and times go into the step's fingerprint.
   */
  default List<String> externalInputs(Configuration configuration) throws IOException {
    return List.of();
  }

  /**
   * Does the work: reads {@link StepContext#input}, writes below {@link StepContext#output}.
   *
   * @throws org.gradus.io.settings.DataException when the data cannot be used
   */
  void run(StepContext context) throws IOException, InterruptedException;
}
