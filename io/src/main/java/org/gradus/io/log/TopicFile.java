package org.gradus.io.log;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.UserFile;
import org.gradus.io.source.TopicTable;

/** Reads the user's {@link TopicTable}, compressed as a log may be. */
public final class TopicFile {
  private TopicFile() {}

  /**
   * Reads it whole.
   *
   * @param option the option that names it, for messages
   * @return topic by exercise
   * @throws org.gradus.io.settings.SettingsException when there is no such file
   * @throws DataException when it cannot be used
   */
  public static Map<String, String> read(String option, String file, Configuration configuration)
      throws IOException {
    Path path = UserFile.find(option, file, configuration);
    TopicTable table = null;
    try (LogLines lines = LogLines.open(path, 0, Long.MAX_VALUE, new LogCodecs(configuration))) {
      LogLine line = new LogLine(lines);
      while (lines.next()) {
        if (line.isBlank()) {
          continue;
        }
        if (table == null) {
          table = TopicTable.of(path.toString(), line.bytes(), line.from(), line.to());
        } else {
          table.add(line.bytes(), line.from(), line.to());
        }
      }
    } catch (FileProblem e) {
      DataException refusal =
          new DataException(
              "Cannot take topics from " + path + ": " + e.rejection().meaning() + "; mend it.");
      refusal.addSuppressed(e);
      throw refusal;
    }
    if (table == null || table.topics().isEmpty()) {
      throw new DataException(
          "Cannot take topics from " + path + ": it names none; check " + option + ".");
    }
    return table.topics();
  }
}
