package org.gradus.jobs.sort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The quarantine that a finished job has written. */
final class Quarantine {
  private final Configuration configuration;
  private final Path folder;

  Quarantine(Configuration configuration, Path folder) {
    this.configuration = configuration;
    this.folder = folder;
  }

  /** The first row of the wanted reason, in the order of the files' names. */
  Optional<QuarantineRow> first(Predicate<String> reason) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    FileStatus[] parts = files.listStatus(folder);
    Arrays.sort(parts);
    for (FileStatus part : parts) {
      Optional<QuarantineRow> found = first(files, part.getPath(), reason);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<QuarantineRow> first(
      FileSystem files, Path part, Predicate<String> reason) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(part), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        QuarantineRow row = QuarantineRow.parse(line);
        if (reason.test(row.reason())) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
