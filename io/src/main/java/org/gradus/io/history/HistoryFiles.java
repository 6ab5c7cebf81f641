package org.gradus.io.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.gradus.io.settings.DataException;
import org.gradus.model.attempt.StudentHistory;

/** Reads and writes histories outside of a MapReduce job. */
public final class HistoryFiles {
  private HistoryFiles() {}

  /**
   * Writes one new file; the same settings apply as for {@link HistoryOutputFormat}.
   *
   * @throws IOException when the file exists or cannot be written
   */
  public static void write(
      Configuration configuration, Path file, Iterable<StudentHistory> histories)
      throws IOException {
    Configuration settings = new Configuration(configuration);
    HistoryOutputFormat.applyDefaults(settings);
    try (ParquetWriter<StudentHistory> writer = new WriterBuilder(file, settings).build()) {
      for (StudentHistory history : histories) {
        writer.write(history);
      }
    }
  }

  /**
   * Gives every history of a file, or of all files of a folder in the order of their names, to
   * {@code reader}, one after the other. Files whose names start with {@code _} or {@code .} are
   * left out.
   *
   * @throws DataException when a file does not hold histories
   */
  public static void forEach(
      Configuration configuration, Path fileOrFolder, Consumer<StudentHistory> reader)
      throws IOException {
    for (Path file : filesOf(configuration, fileOrFolder)) {
      read(configuration, file, reader);
    }
  }

  /** All histories of a file or folder; only for data that fits into memory. */
  public static List<StudentHistory> readAll(Configuration configuration, Path fileOrFolder)
      throws IOException {
    List<StudentHistory> histories = new ArrayList<>();
    forEach(configuration, fileOrFolder, histories::add);
    return histories;
  }

  /**
   * The history of one student in a file or folder, if there is one. Parquet passes over groups of
   * rows whose range of ids does not hold it.
   */
  public static Optional<StudentHistory> find(
      Configuration configuration, Path fileOrFolder, String student) throws IOException {
    FilterCompat.Filter wanted =
        FilterCompat.get(
            FilterApi.eq(FilterApi.binaryColumn("student"), Binary.fromString(student)));
    for (Path file : filesOf(configuration, fileOrFolder)) {
      try (ParquetReader<StudentHistory> histories =
          ParquetReader.builder(new HistoryReadSupport(), file)
              .withConf(configuration)
              .withFilter(wanted)
              .build()) {
        StudentHistory found = histories.read();
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> filesOf(Configuration configuration, Path fileOrFolder)
      throws IOException {
    FileSystem files = fileOrFolder.getFileSystem(configuration);
    FileStatus[] found =
        files.getFileStatus(fileOrFolder).isDirectory()
            ? files.listStatus(fileOrFolder, HistoryFiles::isVisible)
            : new FileStatus[] {files.getFileStatus(fileOrFolder)};
    Arrays.sort(found);
    List<Path> paths = new ArrayList<>();
    for (FileStatus status : found) {
      paths.add(status.getPath());
    }
    return paths;
  }

  private static boolean isVisible(Path path) {
    return !path.getName().startsWith("_") && !path.getName().startsWith(".");
  }

  private static void read(Configuration configuration, Path file, Consumer<StudentHistory> reader)
      throws IOException {
    try (ParquetReader<StudentHistory> histories =
        ParquetReader.builder(new HistoryReadSupport(), file).withConf(configuration).build()) {
      for (StudentHistory next = histories.read(); next != null; next = histories.read()) {
        reader.accept(next);
      }
    } catch (DataException e) {
      throw new DataException(file + ": " + e.getMessage());
    }
  }

  /** Parquet's builder of writers, told how to write a history. */
  private static final class WriterBuilder
      extends ParquetWriter.Builder<StudentHistory, WriterBuilder> {
    WriterBuilder(Path file, Configuration settings) {
      super(file);
      withConf(settings);
      withCompressionCodec(
          CompressionCodecName.fromConf(settings.get(HistoryOutputFormat.COMPRESSION)));
      withRowGroupSize(HistoryOutputFormat.getLongBlockSize(settings));
      withMinRowCountForPageSizeCheck(HistoryOutputFormat.getMinRowCountForPageSizeCheck(settings));
      withMaxRowCountForPageSizeCheck(HistoryOutputFormat.getMaxRowCountForPageSizeCheck(settings));
    }

    @Override
    protected WriterBuilder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so there is no other way
    protected WriteSupport<StudentHistory> getWriteSupport(Configuration configuration) {
      return new HistoryWriteSupport();
    }
  }
}
