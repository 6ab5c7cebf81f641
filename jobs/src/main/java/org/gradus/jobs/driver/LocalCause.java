package org.gradus.jobs.driver;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/**
 * The exception that ended a job in local mode. LocalJobRunner keeps no diagnostics: all that it
 * does with the exception is to log it, so this listens to its logger.
 */
final class LocalCause extends AppenderSkeleton {
  private static final String RUNNER = "org.apache.hadoop.mapred.LocalJobRunner";
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final Job job;
  private final BlockingQueue<Throwable> seen = new ArrayBlockingQueue<>(1);

  LocalCause(Job job) {
    this.job = job;
    Logger logger = Logger.getLogger(RUNNER);
    if (!logger.isEnabledFor(Level.WARN)) {
      logger.setLevel(Level.WARN);
    }
    logger.addAppender(this);
  }

  /** LocalJobRunner logs a moment after it has marked the job as failed: waits for that. */
  Optional<Throwable> await() throws InterruptedException {
    return Optional.ofNullable(seen.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
  }

  void stop() {
    Logger.getLogger(RUNNER).removeAppender(this);
  }

  @Override
  protected void append(LoggingEvent event) {
    boolean ofJob = String.valueOf(event.getMessage()).equals(String.valueOf(job.getJobID()));
    if (ofJob && event.getThrowableInformation() != null) {
      seen.offer(event.getThrowableInformation().getThrowable());
    }
  }

  @Override
  public void close() {}

  @Override
  public boolean requiresLayout() {
    return false;
  }
}
