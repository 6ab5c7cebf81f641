package org.gradus.jobs.driver;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;

/** What a running command can see and use. */
public interface CommandContext {
  /** Effective settings; not to be changed. */
  Configuration configuration();

  /** Where lines for the user go. */
  PrintStream out();

  /** A new job on a copy of the settings, with the jar set and a title; not yet submitted. */
  Job newJob(String title) throws IOException;

  /**
   * Submits a job and waits for it, with progress.
   *
   * @return its counters
   * @throws IOException when the job fails; the message names job and reason
   */
  Counters run(Job job) throws IOException, InterruptedException;

  /**
   * Runs another command line in this process, as if it were typed after {@code gradus}.
   *
   * @return its exit code; its error, if any, has been shown
   */
  int gradus(String... arguments);

  /** The same with all that it says, errors too, in {@code out}; several may run side by side. */
  int gradus(PrintStream out, String... arguments);
}
