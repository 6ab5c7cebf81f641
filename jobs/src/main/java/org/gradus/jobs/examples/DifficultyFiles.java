package org.gradus.jobs.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.Key;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.knowledge.ItemCounts;

/**
 * The output of the difficulty step, as the mappers read it: all counts in memory, about 100 bytes
 * an item.
 */
public final class DifficultyFiles {
  /** Shrinkage of exercises. */
  public static final Key<Double> EXERCISE_STRENGTH =
      Key.number(
          "gradus.difficulty.exercise-strength",
          20,
          0.001,
          1e9,
          "Attempts that the overall share of corrects counts for in an exercise's share.");

  /** Shrinkage of items. */
  public static final Key<Double> ITEM_STRENGTH =
      Key.number(
          "gradus.difficulty.item-strength",
          6,
          0.001,
          1e9,
          "Attempts that the exercise's share of corrects counts for in an item's share.");

  /** Folder of the counts; unset when no feature needs them. */
  static final String FOLDER = "gradus.internal.difficulty-folder";

  private DifficultyFiles() {}

  /** The keys of the table. */
  public static List<Key<?>> keys() {
    return List.of(EXERCISE_STRENGTH, ITEM_STRENGTH);
  }

  /** Part files of a folder, by name. */
  public static Path[] parts(Path folder, Configuration configuration) throws IOException {
    FileSystem fileSystem = folder.getFileSystem(configuration);
    FileStatus[] files = fileSystem.globStatus(new Path(folder, "part-*"));
    return Arrays.stream(files).map(FileStatus::getPath).sorted().toArray(Path[]::new);
  }

  /** Lines of one file of UTF-8 text, unpacked when its name ends in .gz. */
  public static BufferedReader open(Path file, Configuration configuration) throws IOException {
    java.io.InputStream in = file.getFileSystem(configuration).open(file);
    return new BufferedReader(
        new InputStreamReader(
            file.getName().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in,
            StandardCharsets.UTF_8));
  }

  /** The table of the configured folder, an empty one when none is configured. */
  static DifficultyTable table(Configuration configuration) throws IOException {
    DifficultyTable table =
        new DifficultyTable(EXERCISE_STRENGTH.get(configuration), ITEM_STRENGTH.get(configuration));
    String folder = configuration.get(FOLDER);
    if (folder != null) {
      for (Path part : parts(new Path(folder), configuration)) {
        try (BufferedReader lines = open(part, configuration)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ItemCounts.fromJson(line).addTo(table);
          }
        }
      }
    }
    return table;
  }
}
