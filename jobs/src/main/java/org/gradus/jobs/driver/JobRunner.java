package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.settings.Key;

/** Submits a job, shows its progress until it ends and, when it fails, says why. */
final class JobRunner {
  private final Configuration configuration;
  private final List<Key<?>> keys;
  private final Progress progress;

  /**
   * A runner of jobs.
   *
   * @param keys settings of the jobs' owner; their tasks are given the secrets among them
   */
  JobRunner(Configuration configuration, List<Key<?>> keys, Progress progress) {
    this.configuration = configuration;
    this.keys = keys;
    this.progress = progress;
  }

  Job newJob(String title) throws IOException {
    Job job = Job.getInstance(configuration, title);
    // Always the program's own jar: a step that has come in another one is in -libjars.
    job.setJarByClass(JobRunner.class);
    for (Key<?> key : keys) {
      if (key.isSecret()) {
        key.handTo(job.getCredentials(), configuration);
      }
    }
    return job;
  }

  Counters run(Job job) throws IOException, InterruptedException {
    progress.jobStarted(job.getJobName());
    try (JobWatch watch = new JobWatch(job)) {
      submit(job);
      waitFor(job, watch);
      if (!job.isSuccessful()) {
        throw JobFailure.of(job, watch.cause());
      }
      return job.getCounters();
    } finally {
      progress.jobEnded(job.getJobName());
    }
  }

  private void waitFor(Job job, JobWatch watch) throws IOException, InterruptedException {
    long poll = Job.getCompletionPollInterval(job.getConfiguration());
    JobProgress now = new JobProgress(LocalMode.isOn(job.getConfiguration()));
    try {
      while (!job.isComplete()) {
        now.update(job.mapProgress(), job.reduceProgress());
        progress.jobAt(job.getJobName(), now.maps(), now.reduces());
        Thread.sleep(poll);
      }
    } catch (IOException e) {
      // Out of sight is not out of the way: it would write where the next attempt does.
      watch.giveUp();
      throw e;
    }
  }

  private static void submit(Job job) throws IOException, InterruptedException {
    try {
      job.submit();
    } catch (ClassNotFoundException e) {
      throw new IOException(
          "Job '" + job.getJobName() + "' names a class that is missing: " + e.getMessage(), e);
    }
  }
}
