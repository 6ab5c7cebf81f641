package org.gradus.jobs.sort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The quarantine that a finished job has written. */
final class Quarantine {
  private final Configuration configuration;
  private final Path folder;
  private final Path evidence;

  /**
   * Names the quarantine.
   *
   * @param folder where it is
   * @param evidence where it will be for the user to look at, if the step fails
   */
  Quarantine(Configuration configuration, Path folder, Path evidence) {
    this.configuration = configuration;
    this.folder = folder;
    this.evidence = evidence;
  }

  /** The first row of each of some reasons, in the order of the files' names; one pass. */
  Map<String, QuarantineRow> examples(Set<String> reasons) throws IOException {
    Map<String, QuarantineRow> found = new HashMap<>();
    FileSystem files = folder.getFileSystem(configuration);
    FileStatus[] parts = files.listStatus(folder);
    Arrays.sort(parts);
    for (int i = 0; i < parts.length && found.size() < reasons.size(); i++) {
      collect(files, parts[i].getPath(), reasons, found);
    }
    return found;
  }

  private static void collect(
      FileSystem files, Path part, Set<String> reasons, Map<String, QuarantineRow> found)
      throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(part), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null && found.size() < reasons.size()) {
        QuarantineRow row = QuarantineRow.parse(line);
        if (reasons.contains(row.reason())) {
          found.putIfAbsent(row.reason(), row);
        }
        line = in.readLine();
      }
    }
  }

  @Override
  public String toString() {
    return evidence.toString();
  }
}
