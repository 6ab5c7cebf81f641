package org.gradus.io.training;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.gradus.io.settings.DataException;

/** Reads rows that {@link TrainingRowOutputFormat} wrote, outside of a MapReduce job. */
public final class TrainingRowFiles {
  private TrainingRowFiles() {}

  /** Takes rows in. */
  @FunctionalInterface
  public interface RowReader {
    /**
     * Takes one row; {@code values} are of the columns asked for, and are overwritten by the next.
     */
    void accept(String student, String exercise, int opportunity, boolean correct, float[] values);
  }

  /**
   * Gives every row of the Parquet files in a folder, file by file in the order of their names, to
   * {@code reader}.
   *
   * @param columns names of float columns
   * @throws DataException when a file lacks one of them; the message names those that it has
   */
  public static void forEach(
      Configuration configuration, Path folder, List<String> columns, RowReader reader)
      throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    FileStatus[] parts = files.listStatus(folder, path -> path.getName().endsWith(".parquet"));
    Arrays.sort(parts);
    for (FileStatus part : parts) {
      read(configuration, part.getPath(), columns, reader);
    }
  }

  /** Names of the float columns of the first file in a folder; empty when it has no rows. */
  public static List<String> columns(Configuration configuration, Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    FileStatus[] parts = files.listStatus(folder, path -> path.getName().endsWith(".parquet"));
    Arrays.sort(parts);
    for (FileStatus part : parts) {
      try (ParquetReader<Group> rows =
          ParquetReader.builder(new GroupReadSupport(), part.getPath())
              .withConf(configuration)
              .build()) {
        Group row = rows.read();
        if (row != null) {
          return TrainingRowWriteSupport.features(row.getType());
        }
      }
    }
    return List.of();
  }

  private static void read(
      Configuration configuration, Path file, List<String> columns, RowReader reader)
      throws IOException {
    float[] values = new float[columns.size()];
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(configuration).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, columns.get(i), file);
        }
        reader.accept(
            row.getString("student", 0),
            row.getString("exercise", 0),
            row.getInteger("opportunity", 0),
            row.getBoolean("correct", 0),
            values);
      }
    } catch (FileNotFoundException e) {
      throw new DataException("There is no file " + file + "; it was removed while it was read.");
    }
  }

  private static float value(Group row, String column, Path file) {
    if (!row.getType().containsField(column)) {
      throw new DataException(
          "There is no column '"
              + column
              + "' in "
              + file
              + "; its columns are "
              + TrainingRowWriteSupport.features(row.getType())
              + ".");
    }
    return row.getFloat(column, 0);
  }
}
