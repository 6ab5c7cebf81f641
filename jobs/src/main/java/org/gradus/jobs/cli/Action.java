package org.gradus.jobs.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** What a command does once its arguments have become settings. */
interface Action {
  /** Does it and returns the exit code. */
  int run(Configuration configuration) throws IOException, InterruptedException;
}
