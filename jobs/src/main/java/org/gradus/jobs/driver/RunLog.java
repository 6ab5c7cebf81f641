package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.MDC;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.RollingFileAppender;
import org.apache.log4j.spi.Filter;
import org.apache.log4j.spi.LoggingEvent;

/**
 * The detailed log of runs on a work folder of the local file system, {@code gradus.log}: all that
 * Hadoop and Gradus say, with stack traces. Where several runs share the process, each has what its
 * own threads say, and what threads of no run say. On a cluster's file system logging stays as
 * Hadoop is configured.
 */
final class RunLog implements AutoCloseable {
  static final String NAME = "gradus.log";
  private static final String LONGEST = "10MB";

  /** Which run a thread works for; threads hand it down to those that they start. */
  private static final String RUN = "gradus.run";

  private final RollingFileAppender appender;

  private RunLog(RollingFileAppender appender) {
    this.appender = appender;
  }

  static RunLog open(WorkFolder folder) throws IOException {
    if (!isFile(folder)) {
      return new RunLog(null);
    }
    File file = ((LocalFileSystem) folder.files()).pathToFile(new Path(folder.root(), NAME));
    RollingFileAppender appender =
        new RollingFileAppender(new PatternLayout("%d{ISO8601} %p %c{1}: %m%n"), file.getPath());
    appender.setName(file.getPath());
    appender.setMaxFileSize(LONGEST);
    appender.setMaxBackupIndex(1);
    appender.setThreshold(Level.INFO);
    appender.addFilter(new OfRun(file.getPath()));
    MDC.put(RUN, file.getPath());
    Logger.getRootLogger().addAppender(appender);
    return new RunLog(appender);
  }

  /** Whether it is a file of its own. */
  static boolean isFile(WorkFolder folder) {
    return folder.files() instanceof LocalFileSystem;
  }

  /** Where the user finds the details of a failure. */
  static String place(WorkFolder folder) {
    return isFile(folder) ? folder.shown(new Path(folder.root(), NAME)) : "the log of Hadoop";
  }

  @Override
  public void close() {
    if (appender != null) {
      Logger.getRootLogger().removeAppender(appender);
      appender.close();
      MDC.remove(RUN);
    }
  }

  @Override
  public String toString() {
    return appender == null ? "log of Hadoop" : "log " + appender.getFile();
  }

  /** Lets the lines of one run pass, and those of no run that is still under way. */
  private static final class OfRun extends Filter {
    private final String run;

    OfRun(String run) {
      this.run = run;
    }

    @Override
    public int decide(LoggingEvent event) {
      Object other = event.getMDC(RUN);
      boolean isOfAnother =
          other != null
              && !other.equals(run)
              && Logger.getRootLogger().getAppender(other.toString()) != null;
      return isOfAnother ? DENY : NEUTRAL;
    }
  }
}
