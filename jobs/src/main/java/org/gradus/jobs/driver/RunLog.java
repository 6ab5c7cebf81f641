package org.gradus.jobs.driver;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.RollingFileAppender;

/**
 * The detailed log of runs on a work folder of the local file system, {@code gradus.log}: all that
 * Hadoop and Gradus say, with stack traces. On a cluster's file system logging stays as Hadoop is
 * configured.
 */
final class RunLog implements AutoCloseable {
  static final String NAME = "gradus.log";
  private static final String LONGEST = "10MB";

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
    appender.setMaxFileSize(LONGEST);
    appender.setMaxBackupIndex(1);
    appender.setThreshold(Level.INFO);
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
    }
  }

  @Override
  public String toString() {
    return appender == null ? "log of Hadoop" : "log " + appender.getFile();
  }
}
