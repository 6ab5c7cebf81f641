package org.gradus.io.parquet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Takes the records of one name out of Parquet files of any type that has a column of names, such
 * as {@code student}. Memory: one row group. Immutable.
 */
public final class RecordRemoval {
  private static final int ROW_GROUP_BYTES = 32 << 20;

  private final Configuration configuration;
  private final String column;
  private final Binary name;

  /** A removal of the records whose {@code column} is {@code name}. */
  public RecordRemoval(Configuration configuration, String column, String name) {
    this.configuration = configuration;
    this.column = column;
    this.name = Binary.fromString(name);
  }

  private ParquetMetadata footer(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
      return reader.getFooter();
    }
  }

  /** Number of records of a file. */
  public long records(Path file) throws IOException {
    return footer(file).getBlocks().stream().mapToLong(block -> block.getRowCount()).sum();
  }

  /** Whether a file has a record of the name; row groups whose range excludes it are not read. */
  public boolean concerns(Path file) throws IOException {
    MessageType type = footer(file).getFileMetaData().getSchema();
    if (!type.containsField(column) || !type.getType(column).isPrimitive()) {
      return false;
    }
    try (ParquetReader<Group> found = reader(file, FilterApi.eq(names(), name))) {
      return found.read() != null;
    }
  }

  /**
   * Writes the other records of a file, in their order, with its type, compression and metadata.
   *
   * @return how many they are
   */
  public long copyOthers(Path file, Path target) throws IOException {
    long copied = 0;
    try (ParquetReader<Group> others = reader(file, FilterApi.notEq(names(), name));
        ParquetWriter<Group> writer = writer(footer(file), target)) {
      for (Group record = others.read(); record != null; record = others.read()) {
        writer.write(record);
        copied++;
      }
    }
    return copied;
  }

  private BinaryColumn names() {
    return FilterApi.binaryColumn(column);
  }

  private ParquetReader<Group> reader(Path file, FilterPredicate wanted) throws IOException {
    return ParquetReader.builder(new GroupReadSupport(), file)
        .withConf(configuration)
        .withFilter(FilterCompat.get(wanted))
        .build();
  }

  private ParquetWriter<Group> writer(ParquetMetadata footer, Path target) throws IOException {
    Map<String, String> metadata = new HashMap<>(footer.getFileMetaData().getKeyValueMetaData());
    metadata.remove("writer.model.name");
    CompressionCodecName codec = footer.getBlocks().get(0).getColumns().get(0).getCodec();
    return ExampleParquetWriter.builder(HadoopOutputFile.fromPath(target, configuration))
        .withConf(configuration)
        .withType(footer.getFileMetaData().getSchema())
        .withExtraMetaData(metadata)
        .withCompressionCodec(codec)
        .withRowGroupSize((long) ROW_GROUP_BYTES)
        .build();
  }
}
