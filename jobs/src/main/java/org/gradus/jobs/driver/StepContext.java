package org.gradus.jobs.driver;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;

/** What a running step can see and use. */
public interface StepContext {
  /** Effective settings; not to be changed. */
  Configuration configuration();

  /** Where a dataset written by another step is. */
  Path input(String dataset);

  /**
   * Where this step must write a dataset of its own: below a temporary folder that takes its final
   * name when the step has succeeded. Its parent exists, the place itself does not.
   */
  Path output(String dataset);

  /**
   * Where a dataset of its own is to be found if the step fails; for messages, it is not there yet.
   */
  Path evidence(String dataset);

  /**
   * A folder for intermediate results of the step that a killed or failed run leaves for the next
   * one with the same inputs, settings and program; removed when the step has succeeded. Not there
   * until the step makes it.
   */
  Path checkpoint();

  /** A new job on a copy of the settings, with the jar set and a title; not yet submitted. */
  Job newJob(String title) throws IOException;

  /**
   * Submits a job and waits for it, with progress.
   *
   * @return its counters
   * @throws IOException when the job fails; the message names step, job and reason
   */
  Counters run(Job job) throws IOException, InterruptedException;

  /**
   * Keeps a figure for the summary at the end and for the manifest, in order of calls.
   *
   * @param name short words, such as {@code attempts kept}
   * @param value a text, a number or a boolean
   */
  void figure(String name, Object value);
}
