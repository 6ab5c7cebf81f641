package org.gradus.jobs.cli;

import org.gradus.io.settings.DataException;
import org.gradus.io.settings.RefusedException;
import org.gradus.io.settings.SettingsException;

/** What the process returns. */
final class ExitCode {
  /** All is done. */
  static final int DONE = 0;

  /** Something failed. */
  static final int FAILED = 1;

  /** What the user typed or set cannot be used. */
  static final int USAGE = 2;

  /** The data cannot be used. */
  static final int DATA = 3;

  /** A quality gate has refused. */
  static final int REFUSED = 4;

  private ExitCode() {}

  static int of(Throwable thrown) {
    if (thrown instanceof SettingsException) {
      return USAGE;
    }
    if (thrown instanceof RefusedException) {
      return REFUSED;
    }
    return thrown instanceof DataException ? DATA : FAILED;
  }
}
