package org.gradus.io.log;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.gradus.io.settings.DataException;
import org.gradus.io.source.Rejection;
import org.gradus.io.source.Source;

/** Looks at the heads of the first files, to refuse hopeless input before a job is submitted. */
final class LogCheck {
  private static final int MOST_FILES = 50;

  private final Source source;
  private final LogCodecs codecs;

  LogCheck(Source source, Configuration configuration) {
    this.source = source;
    codecs = new LogCodecs(configuration);
  }

  /**
   * Checks files.
   *
   * @throws DataException when one is not text or lacks a column, or when all are empty
   */
  void check(List<FileStatus> files) throws IOException {
    boolean text = files.size() > MOST_FILES;
    for (FileStatus file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
      text |= hasText(file);
    }
    if (!text) {
      throw new DataException(
          files.size() == 1
              ? "Nothing to read: " + files.get(0).getPath() + " is empty."
              : "Nothing to read: all "
                  + files.size()
                  + " files are empty, the first is "
                  + files.get(0).getPath()
                  + ".");
    }
  }

  private boolean hasText(FileStatus file) throws IOException {
    if (file.getLen() == 0) {
      return false;
    }
    try {
      return LogHead.read(file.getPath(), source, codecs) != null;
    } catch (FileProblem e) {
      if (e.rejection() == Rejection.WRONG_HEADER) {
        throw (DataException) e.getCause();
      }
      DataException refusal =
          new DataException(
              "Cannot read "
                  + file.getPath()
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
