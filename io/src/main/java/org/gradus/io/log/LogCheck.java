package org.gradus.io.log;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.source.Rejection;
import org.gradus.io.source.Source;
import org.gradus.model.attempt.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the heads of the first files, to refuse hopeless input before a job is submitted. */
final class LogCheck {
  private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);
  private static final int MOST_FILES = 50;
  private static final int MOST_LINES = 100;

  /** No log is older than this: 1980-01-01. */
  private static final long EARLIEST_MILLIS = 315_532_800_000L;

  private final Source source;
  private final LogCodecs codecs;
  private boolean clockChecked;

  LogCheck(Source source, Configuration configuration) {
    this.source = source;
    codecs = new LogCodecs(configuration);
  }

  /**
   * Checks files.
   *
   * @throws DataException when one is not text or lacks a column, or when all are empty
   */
  void check(List<LogFile> files) throws IOException {
    boolean text = files.size() > MOST_FILES;
    for (LogFile file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
      text |= hasText(file);
    }
    if (!text) {
      throw new DataException(
          files.size() == 1
              ? "Nothing to read: " + files.get(0) + " is empty."
              : "Nothing to read: all "
                  + files.size()
                  + " files are empty, the first is "
                  + files.get(0)
                  + ".");
    }
  }

  /** Warns of a clock that seems to start at 0: the unit of its times cannot be told. */
  private void checkClock(Path path, LogHead head) throws IOException, FileProblem {
    clockChecked = true;
    try (LogLines lines = LogLines.open(path, 0, Long.MAX_VALUE, codecs)) {
      LogLine line = new LogLine(lines);
      for (int i = 0; i < MOST_LINES && lines.next(); i++) {
        if (head.parser().parse(line.bytes(), line.from(), line.to())) {
          long millis = head.parser().attempt().epochMillis();
          if (millis != Attempt.UNKNOWN_TIME && millis < EARLIEST_MILLIS) {
            LOG.warn(
                "The first time in {} is {}; if its clock starts at 0, give the unit, such as"
                    + " --time-format epoch-ms.",
                path,
                Instant.ofEpochMilli(millis));
          }
          return;
        }
      }
    }
  }

  private boolean hasText(LogFile file) throws IOException {
    if (file.length() == 0) {
      return false;
    }
    try {
      LogHead head = LogHead.read(file.path(), source, codecs);
      if (head != null && !clockChecked) {
        checkClock(file.path(), head);
      }
      return head != null;
    } catch (FileProblem e) {
      if (e.rejection() == Rejection.WRONG_HEADER) {
        throw (DataException) e.getCause();
      }
      DataException refusal =
          new DataException(
              "Cannot read "
                  + file
                  + " at offset 0: "
                  + e.rejection().meaning()
                  + " ("
                  + e.getMessage()
                  + "); give the log as UTF-8 text, plain, .gz, .bz2 or .zst.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }
}
