package org.gradus.io.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.gradus.io.source.Rejection;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every form in which a log may come, whole or damaged. */
public class LogInputFormatTest {
  private static final String TEXT = Logs.HEADER + "ann,e,1,1\nbob,e,0,2\n";
  private static final List<String> RECORDS = List.of("ann 1", "bob 2");

  @Rule public TemporaryFolder folder = new TemporaryFolder();
  private Logs logs;

  @Before
  public void open() {
    logs = new Logs(folder.getRoot());
  }

  @Test
  public void everyCompression() throws Exception {
    logs.write("a.csv", TEXT);
    logs.write("b.csv.gz", Logs.gzip(TEXT));
    logs.write("c.csv.bz2", Logs.bzip2(Logs.bytes(TEXT)));
    logs.write("d.csv.zst", Logs.zstd(TEXT));
    logs.write("e.csv.zstd", Logs.zstd(TEXT));
    LogInputFormat.check(logs.configuration);
    for (String name : List.of("a.csv", "b.csv.gz", "c.csv.bz2", "d.csv.zst", "e.csv.zstd")) {
      assertEquals(name, RECORDS, logs.input(new File(folder.getRoot(), name).getPath()).read());
    }
    assertEquals(10, logs.input(folder.getRoot().getPath()).read().size());
  }

  @Test
  public void concatenatedMembersEachWithItsHeader() throws Exception {
    logs.write("a.gz", Logs.gzip(TEXT), Logs.gzip(TEXT));
    logs.write("b.zst", Logs.zstd(TEXT), Logs.zstd(TEXT));
    logs.write("c.bz2", Logs.bzip2(Logs.bytes(TEXT)), Logs.bzip2(Logs.bytes(TEXT)));
    logs.write("d.csv", "\uFEFF" + TEXT + "\uFEFF" + TEXT);
    List<String> records = logs.read();
    assertEquals(16, records.size());
    assertTrue(records.toString(), List.of("ann 1", "bob 2").containsAll(records));
  }

  @Test
  public void linesEndAndBeginAsTheyLike() throws Exception {
    logs.write("a.csv", "\uFEFF\r\n \r\n" + TEXT.trim().replace("\n", "\r\n"));
    assertEquals(RECORDS, logs.read());
  }

  @Test
  public void badLinesTellWhereTheyAre() throws Exception {
    logs.write("a.csv", TEXT + "carl,e,maybe,3\n\n,e,1,4\n");
    assertEquals(
        List.of("ann 1", "bob 2", "BAD_CORRECT a.csv:60", "EMPTY_STUDENT a.csv:76"), logs.read());
  }

  @Test
  public void headerOnly() throws Exception {
    logs.write("a.csv", Logs.HEADER);
    logs.write("empty.csv", "");
    logs.write("empty.csv.gz", Logs.gzip(""));
    LogInputFormat.check(logs.configuration);
    assertEquals(List.of(), logs.read());
  }

  @Test
  public void withoutHeader() throws Exception {
    LogInputFormat.SOURCE.set(logs.configuration, "four-column");
    logs.write("a.csv", "ann,e,1,1700000000\nann,e,1,1700000000\n");
    LogInputFormat.check(logs.configuration);
    assertEquals(List.of("ann 0", "ann 0"), logs.read());
    assertEquals(List.of("ann 0", "ann 0"), logs.splitBytes(5).read());
  }

  @Test
  public void truncatedFilesGiveWhatTheyHoldAndOneProblem() throws Exception {
    String text = Logs.HEADER + Logs.rows(0, 30_000);
    byte[] gzip = Logs.gzip(text);
    byte[] zstd = Logs.zstd(text);
    byte[] bzip2 = Logs.bzip2(Logs.bytes(text));
    for (String name : List.of("a.gz", "a.zst", "a.bz2")) {
      byte[] whole = name.endsWith("gz") ? gzip : name.endsWith("zst") ? zstd : bzip2;
      File file = logs.write(name, Logs.cut(whole, whole.length - 40));
      List<String> records = logs.read();
      String last = records.get(records.size() - 1);
      assertTrue(last, last.startsWith("TRUNCATED_FILE " + name));
      assertEquals(1, records.stream().filter(r -> r.startsWith("TRUNCATED_FILE")).count());
      if (!name.equals("a.bz2")) {
        assertEquals("s0 0", records.get(0));
      }
      assertTrue(file.delete());
    }
  }

  @Test
  public void aProblemWithOneFileLeavesTheOthers() throws Exception {
    logs.write("a.gz", Logs.bytes("this is no gzip at all"));
    logs.write("b.csv", "uid,ex,ok\n1,2,3\n");
    logs.write("c.csv", new byte[] {'P', 'A', 'R', '1', 0, 1, 2, '\n', 'x'});
    logs.write("d.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0});
    logs.write("e.csv", TEXT);
    List<String> expected =
        List.of(
            "TRUNCATED_FILE a.gz:0",
            "WRONG_HEADER b.csv:0",
            "BINARY_FILE c.csv:0",
            "BINARY_FILE d.csv:0",
            "ann 1",
            "bob 2");
    assertEquals(expected, logs.read());
    assertEquals(expected, logs.splitBytes(6).read());
    assertTrue(Rejection.BINARY_FILE.isFileProblem());
  }

  @Test
  public void longLinesAreOneRejectionEach() throws Exception {
    logs.write("a.csv", TEXT + "x".repeat(3 << 20) + "\ncarl,e,1,3\n");
    assertEquals(List.of("ann 1", "bob 2", "TOO_LONG a.csv:60", "carl 3"), logs.read());
    assertEquals(
        List.of("ann 1", "bob 2", "TOO_LONG a.csv:60", "carl 3"), logs.splitBytes(1 << 20).read());
  }

  @Test
  public void foldColumn() throws Exception {
    LogInputFormat.FOLD_COLUMN.set(logs.configuration, "order_id");
    logs.write("a.csv", TEXT);
    LogInputFormat.check(logs.configuration);
    assertEquals(RECORDS, logs.read());
  }

  @Test
  public void aSourceFileOfTheUserReachesTheTasks() throws Exception {
    File mine = new File(folder.newFolder(".hidden"), "mine.properties");
    java.nio.file.Files.writeString(mine.toPath(), "extends = gradus\nstudent = who\n");
    LogInputFormat.SOURCE.set(logs.configuration, mine.getPath());
    logs.write("a.csv", TEXT.replace("student_id", "who"));
    org.apache.hadoop.mapreduce.Job job =
        org.apache.hadoop.mapreduce.Job.getInstance(logs.configuration);
    new LogInputFormat().getSplits(job);
    assertTrue(mine.delete());
    assertEquals(mine.getPath(), LogInputFormat.source(job.getConfiguration()).name());
  }

  @Test
  public void aFailureOfTheFileSystemIsNoDamageOfTheFile() throws Exception {
    String text = Logs.HEADER + Logs.rows(0, 40_000);
    logs.write("a.csv", text);
    logs.write("a.gz", Logs.gzip(text));
    logs.write("a.zst", Logs.zstd(text));
    logs.write("a.bz2", Logs.bzip2(Logs.bytes(text)));
    for (String name : List.of("a.csv", "a.gz", "a.zst", "a.bz2")) {
      File file = new File(logs.folder, name);
      FailingFileSystem.install(logs.configuration, file.length() / 2);
      logs.input("failing://" + file);
      String message = assertThrows(IOException.class, logs::read).getMessage();
      assertTrue(message, message.startsWith("Cannot read failing:"));
      assertTrue(message, message.contains(name + ": connection lost (IOException); mend"));
    }
  }
}
