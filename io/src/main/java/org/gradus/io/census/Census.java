package org.gradus.io.census;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;

/** How many attempts each exercise has. Immutable; memory grows with the number of exercises. */
public final class Census {
  private final TreeMap<String, ExerciseCount> lines = new TreeMap<>();

  /** Creates a census; several lines of one exercise are added up. */
  public Census(Collection<ExerciseCount> counts) {
    for (ExerciseCount count : counts) {
      lines.merge(count.exercise(), count, ExerciseCount::plus);
    }
  }

  /** All exercises, sorted by name. */
  public Collection<ExerciseCount> lines() {
    return Collections.unmodifiableCollection(lines.values());
  }

  /** Number of attempts on an exercise, 0 for an unknown one. */
  public long attempts(String exercise) {
    ExerciseCount line = lines.get(exercise);
    return line == null ? 0 : line.attempts();
  }

  /** Attempts by exercise, sorted by name. */
  public Map<String, Long> attempts() {
    Map<String, Long> attempts = new TreeMap<>();
    lines.forEach((exercise, line) -> attempts.put(exercise, line.attempts()));
    return Collections.unmodifiableMap(attempts);
  }

  /** Writes one new file. */
  public void write(Configuration configuration, Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                file.getFileSystem(configuration).create(file, false), StandardCharsets.UTF_8))) {
      for (ExerciseCount line : lines.values()) {
        out.write(line.toJson());
        out.write('\n');
      }
    }
  }

  /**
   * Reads a file, or all files of a folder and adds them up. Files whose names start with {@code _}
   * or {@code .} and {@code manifest.json} are left out.
   *
   * @throws DataException when a line is not one of a census
   */
  public static Census read(Configuration configuration, Path fileOrFolder) throws IOException {
    FileSystem files = fileOrFolder.getFileSystem(configuration);
    FileStatus[] found =
        files.getFileStatus(fileOrFolder).isDirectory()
            ? files.listStatus(fileOrFolder, Census::isPart)
            : new FileStatus[] {files.getFileStatus(fileOrFolder)};
    Arrays.sort(found);
    List<ExerciseCount> counts = new ArrayList<>();
    for (FileStatus file : found) {
      readFile(files, file.getPath(), counts);
    }
    return new Census(counts);
  }

  private static boolean isPart(Path path) {
    String name = path.getName();
    return !name.startsWith("_") && !name.startsWith(".") && !name.equals("manifest.json");
  }

  private static void readFile(FileSystem files, Path file, List<ExerciseCount> counts)
      throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        counts.add(parse(line, file, number++));
      }
    }
  }

  private static ExerciseCount parse(String line, Path file, int number) {
    try {
      return ExerciseCount.ofJson(line);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          String.format(
              "%s:%d: a line of a census was to be read but '%s' is none (%s);"
                  + " run the step sort again.",
              file, number, line.substring(0, Math.min(line.length(), 100)), e.getMessage()));
    }
  }
}
