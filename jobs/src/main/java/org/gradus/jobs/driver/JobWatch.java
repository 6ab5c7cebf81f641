package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.mapreduce.Job;

/**
 * Watches one job from before it is submitted until it has ended: a job that is still running when
 * the user stops this process is killed, and the exception that ended a local job is kept.
 */
final class JobWatch implements AutoCloseable {
  private final Job job;
  private final Thread killer;
  private final Optional<LocalCause> local;

  JobWatch(Job job) {
    this.job = job;
    killer = new Thread(() -> kill(job), "kill " + job.getJobName());
    local =
        LocalMode.isOn(job.getConfiguration())
            ? Optional.of(new LocalCause(job))
            : Optional.empty();
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** What ended a local job, if that is known. */
  Optional<Throwable> cause() throws InterruptedException {
    return local.isPresent() ? local.get().await() : Optional.empty();
  }

  /** Ends a job whose state cannot be asked for any more, if that can be done. */
  void giveUp() {
    kill(job);
  }

  @Override
  public void close() {
    local.ifPresent(LocalCause::stop);
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is doing its work.
      Thread.currentThread().interrupt();
    }
  }

  private static void kill(Job job) {
    try {
      if (job.getJobID() != null && !LocalMode.isOn(job.getConfiguration())) {
        job.killJob();
      }
    } catch (IOException e) {
      System.err.println("Could not kill " + job.getJobID() + ": " + e.getMessage());
    }
  }
}
