package org.gradus.io.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.gradus.io.settings.DataException;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class HistoryFilesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final Configuration configuration = new Configuration();

  @Test
  public void everyCombinationOfOptionalPartsComesBack() throws IOException {
    List<StudentHistory> written = new ArrayList<>();
    List<Attempt> all = new ArrayList<>();
    for (int parts = 0; parts < 1024; parts++) {
      Attempt attempt = attemptWith(parts);
      written.add(new StudentHistory("s" + parts, List.of(attempt)));
      all.add(attempt);
    }
    written.add(new StudentHistory("alle zusammen \u00e4\ud83d\ude00", all));
    Path file = file("a.parquet");
    HistoryFiles.write(configuration, file, written);
    assertEquals(written, HistoryFiles.readAll(configuration, file));
  }

  private static Attempt attemptWith(int parts) {
    Attempt.Builder attempt = Attempt.on("Br\u00fcche");
    attempt.item((parts & 1) == 0 ? "" : "item " + parts);
    attempt.problemType((parts & 2) == 0 ? "" : "type");
    attempt.correct((parts & 4) == 0);
    attempt.epochMillis((parts & 8) == 0 ? Attempt.UNKNOWN_TIME : -parts);
    attempt.order((parts & 16) == 0 ? 0 : Long.MIN_VALUE + parts);
    attempt.secondsTaken((parts & 32) == 0 ? Float.NaN : parts / 3f);
    attempt.hints((parts & 64) == 0 ? Attempt.UNKNOWN_COUNT : parts);
    attempt.answers((parts & 128) == 0 ? Attempt.UNKNOWN_COUNT : 0);
    attempt.repeat((parts & 512) != 0);
    return attempt.fold((parts & 256) == 0 ? "" : "test").build();
  }

  @Test
  public void equalTextsAreOneObject() throws IOException {
    Attempt attempt = Attempt.on("addition").item("1+1").build();
    Path file = file("a.parquet");
    HistoryFiles.write(
        configuration,
        file,
        List.of(
            new StudentHistory("a", List.of(attempt)), new StudentHistory("b", List.of(attempt))));
    List<StudentHistory> read = HistoryFiles.readAll(configuration, file);
    Attempt first = read.get(0).attempts().get(0);
    Attempt second = read.get(1).attempts().get(0);
    assertSame(first.exercise(), second.exercise());
    assertSame(first.item(), second.item());
  }

  @Test
  public void filesAreZstdInRowGroupsOfBoundedSize() throws IOException {
    Configuration small = new Configuration();
    small.setInt(HistoryOutputFormat.BLOCK_SIZE, 10_000);
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      attempts.add(Attempt.on("e").epochMillis(i * 7919L * 7919L).build());
    }
    List<StudentHistory> histories = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      histories.add(new StudentHistory("s" + i, attempts));
    }
    Path file = file("a.parquet");
    HistoryFiles.write(small, file, histories);
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
      ParquetMetadata footer = reader.getFooter();
      assertEquals(
          CompressionCodecName.ZSTD, footer.getBlocks().get(0).getColumns().get(0).getCodec());
      assertTrue("row groups: " + footer.getBlocks().size(), footer.getBlocks().size() >= 10);
    }
  }

  @Test
  public void folderIsReadInOrderOfNamesWithoutHiddenFiles() throws IOException {
    StudentHistory one = new StudentHistory("one", List.of(Attempt.on("e").build()));
    StudentHistory two = new StudentHistory("two", List.of(Attempt.on("e").build()));
    HistoryFiles.write(configuration, file("part-00001.parquet"), List.of(two));
    HistoryFiles.write(configuration, file("part-00000.parquet"), List.of(one));
    Files.createFile(folder.getRoot().toPath().resolve("_SUCCESS"));
    assertEquals(
        List.of(one, two), HistoryFiles.readAll(configuration, new Path(folder.getRoot().toURI())));
  }

  @Test
  public void olderFileWithFewerColumnsIsRead() throws IOException {
    MessageType old =
        MessageTypeParser.parseMessageType(
            "message m { optional group attempts (LIST) { repeated group list {"
                + " optional group element { optional int32 hints; optional boolean correct;"
                + " optional binary exercise (STRING); optional binary later (STRING); } } }"
                + " optional binary student (STRING); }");
    Group record = new SimpleGroupFactory(old).newGroup().append("student", "ann");
    Group element = record.addGroup("attempts").addGroup("list").addGroup("element");
    element.append("exercise", "e").append("correct", true).append("hints", 3).append("later", "x");
    assertEquals(
        List.of(new StudentHistory("ann", List.of(Attempt.on("e").correct(true).hints(3).build()))),
        HistoryFiles.readAll(configuration, write(old, record)));
  }

  @Test
  public void fileOfAnotherKindIsRefusedByName() throws IOException {
    MessageType other = MessageTypeParser.parseMessageType("message m { required int32 x; }");
    Path file = write(other, new SimpleGroupFactory(other).newGroup().append("x", 1));
    String message =
        assertThrows(DataException.class, () -> HistoryFiles.readAll(configuration, file))
            .getMessage();
    assertTrue(message, message.contains("other.parquet"));
    assertTrue(message, message.contains("no columns 'student' and 'attempts'"));
  }

  @Test
  public void columnOfAnotherTypeIsRefused() {
    MessageType other =
        MessageTypeParser.parseMessageType(
            "message m { required binary student (STRING); required group attempts (LIST) {"
                + " repeated group list { required group element {"
                + " required binary exercise (STRING); required int32 correct; } } } }");
    String message =
        assertThrows(DataException.class, () -> HistorySchema.readable(other)).getMessage();
    assertTrue(message, message.contains("required int32 correct"));
  }

  private Path write(MessageType type, Group record) throws IOException {
    Path file = file("other.parquet");
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(file).withType(type).build()) {
      writer.write(record);
    }
    return file;
  }

  private Path file(String name) {
    return new Path(folder.getRoot().toURI().toString(), name);
  }
}
