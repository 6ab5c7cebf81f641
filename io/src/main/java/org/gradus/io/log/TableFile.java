package org.gradus.io.log;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.source.JoinTable;
import org.gradus.io.source.Source;

/** Reads the table that a source joins to its log, compressed as a log may be. */
final class TableFile {
  private TableFile() {}

  /**
   * Reads it whole.
   *
   * @throws DataException when it lacks a column, or is no table
   */
  static JoinTable read(Path path, Source source, Configuration configuration) throws IOException {
    LogCodecs codecs = new LogCodecs(configuration);
    JoinTable table = null;
    try (LogLines lines = LogLines.open(path, 0, Long.MAX_VALUE, codecs)) {
      LogLine line = new LogLine(lines);
      while (lines.next()) {
        if (line.isBlank()) {
          continue;
        }
        if (table == null) {
          table = source.newTable(line.bytes(), line.from(), line.to(), path.toString());
        } else {
          table.add(line.bytes(), line.from(), line.to());
        }
      }
    } catch (FileProblem e) {
      DataException refusal =
          new DataException(
              "Cannot join " + path + ": " + e.rejection().meaning() + "; check --table.");
      refusal.addSuppressed(e);
      throw refusal;
    }
    if (table == null) {
      throw new DataException("Cannot join " + path + ": it is empty; check --table.");
    }
    return table;
  }
}
