package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.List;
import org.gradus.io.settings.Key;

/**
 * A command of {@code gradus} that is not a step of the pipeline: it has no folder of its own in a
 * work folder and is run whenever it is asked for. Found by {@link java.util.ServiceLoader}; needs
 * a public constructor without arguments and keeps no state.
 */
public interface Command {
  /** One lower-case word: the command and the middle of its settings' names. */
  String name();

  /** What it does, in one sentence. */
  String summary();

  /** A command line, after {@code gradus}, that shows its use. */
  String example();

  /** Settings that it owns; those with an option become options of the command. */
  List<Key<?>> keys();

  /**
   * Does the work.
   *
   * @return the exit code: 0 done, 1 failed, 4 refused by a quality gate
   * @throws org.gradus.io.settings.SettingsException when its settings cannot be used (exit code 2)
   * @throws org.gradus.io.settings.DataException when the data cannot be used (exit code 3)
   * @throws org.gradus.io.settings.RefusedException when a quality gate refuses (exit code 4)
   */
  int run(CommandContext context) throws IOException, InterruptedException;
}
