package org.gradus.io.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.mapreduce.InputSplit;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Logs of one tiny file per student, joined to a table of questions. */
public class EdnetFilesTest {
  private static final int MANY = 3000;
  private static final int STUDENTS_OF_KT1 = 784_309;

  @Rule public TemporaryFolder folder = new TemporaryFolder();
  private Logs logs;

  @Before
  public void open() throws Exception {
    logs = new Logs(folder.newFolder());
    LogInputFormat.SOURCE.set(logs.configuration, "ednet");
    File questions = EdnetFiles.questions(folder.newFolder());
    LogInputFormat.TABLE.set(logs.configuration, questions.getPath());
  }

  @Test
  public void manyTinyFilesMakeFewSplitsAndEachIsReadOnce() throws Exception {
    EdnetFiles.students(logs.folder, MANY, 3);
    List<InputSplit> splits = logs.splits();
    assertEquals(2, splits.size());
    List<String> records = logs.read();
    assertEquals(3 * MANY, records.size());
    Set<String> students = new HashSet<>();
    records.forEach(record -> students.add(record.substring(0, record.indexOf(' '))));
    assertEquals(MANY, students.size());
    assertTrue(students.contains("u2999"));
  }

  @Test
  public void allOfKt1MakesHundredsOfSplitsAndAsksForAsManyPlaces() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    LogSplits splits =
        new LogSplits(
            128 << 20, (file, offset) -> new String[] {"host" + asked.incrementAndGet() + offset});
    for (int i = 0; i < STUDENTS_OF_KT1; i++) {
      splits.add(new LogFile("hdfs://cluster/KT1", "u" + i, 2000 + i % 7000, 128 << 20), true);
    }
    int count = splits.splits().size();
    assertTrue("" + count, count >= 370 && count <= 500);
    assertEquals(count, asked.get());
  }

  @Test
  public void theFirstFilesAreCheckedAlsoWhenThereAreManyOfOneInput() throws Exception {
    EdnetFiles.students(logs.folder, 30, 1);
    logs.write("other/u9.csv", EdnetFiles.log(1));
    String inputs = logs.folder + "/KT1," + logs.folder + "/other";
    assertEquals(31, LogFiles.list(inputs, logs.configuration).size());
    assertEquals(8, LogFiles.some(inputs, 7, logs.configuration).size());
    assertThrows(
        SettingsException.class,
        () -> LogFiles.some(inputs + "," + logs.folder + "/absent", 7, logs.configuration));
    logs.write("KT1/contents/questions.csv", "question_id,correct_answer,part,tags\n");
    DataException e =
        assertThrows(DataException.class, () -> LogInputFormat.check(logs.configuration));
    assertTrue(e.getMessage(), e.getMessage().contains("contents/questions.csv"));
  }

  @Test
  public void aFileCostsTheDriverLittle() throws Exception {
    EdnetFiles.students(logs.folder, 1000, 1);
    DataOutputBuffer bytes = new DataOutputBuffer();
    List<LogSplit> copies = new ArrayList<>();
    for (InputSplit split : logs.splits()) {
      ((LogSplit) split).write(new DataOutputStream(bytes));
    }
    assertTrue("" + bytes.getLength(), bytes.getLength() < 20 * 1000);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes.getData(), bytes.getLength());
    for (InputSplit split : logs.splits()) {
      LogSplit copy = new LogSplit();
      copy.readFields(new DataInputStream(in));
      assertEquals(split.getLength(), copy.getLength());
      assertEquals(split.toString(), copy.toString());
      copies.add(copy);
    }
    LogSplit last = copies.get(copies.size() - 1);
    assertTrue(last.path(last.parts() - 1).toString().endsWith("/KT1/u999.csv"));
  }

  @Test
  public void badLinesTellTheirFileAndOffset() throws Exception {
    EdnetFiles.students(logs.folder, 20, 2);
    String bad = EdnetFiles.log(1) + "1565096310868,2,q777,a,38000\n1,3,q5,,38000\n";
    logs.write("KT1/u7.csv", bad);
    int offset = EdnetFiles.log(1).length();
    List<String> records = logs.read();
    assertTrue(records.toString(), records.contains("NOT_IN_TABLE u7.csv:" + offset));
    assertTrue(records.toString(), records.contains("BAD_CORRECT u7.csv:" + (offset + 29)));
    assertEquals(41, records.size());
  }

  @Test
  public void filesOfOneSplitMayHaveDifferentHeaders() throws Exception {
    EdnetFiles.students(logs.folder, 3, 1);
    logs.write("KT1/u1.csv.gz", Logs.gzip("question_id,user_answer,timestamp,solving_id\n"));
    logs.write(
        "KT1/u11.csv",
        "question_id,user_answer,timestamp,solving_id,elapsed_time\nq1,b,1565096190868,9,\n");
    logs.write("KT1/u12.csv", "nothing,of,it\nq1,b,1565096190868\n");
    assertEquals(
        List.of(
            "u0 1", "u1 1", "WRONG_HEADER u1.csv.gz:0", "u11 9", "WRONG_HEADER u12.csv:0", "u2 1"),
        logs.read());
  }

  @Test
  public void aTableThatDoesNotFitIsRefusedInOneSentence() throws Exception {
    EdnetFiles.students(logs.folder, 1, 1);
    refused("--table", "joins a table", "question_id, correct_answer, part, tags", "");
    refused("no-such.csv is not a file", "--table", "", "no-such.csv");
    File table = folder.newFile("table.csv");
    String path = table.getPath();
    java.nio.file.Files.writeString(table.toPath(), "question_id,part,tags\nq1,1,2\n");
    refused("no column 'correct_answer'", "only question_id, part, tags", "--table", path);
    java.nio.file.Files.writeString(table.toPath(), "");
    refused("Cannot join", "is empty", "--table", path);
    String header = "question_id,correct_answer,part,tags\n";
    java.nio.file.Files.writeString(table.toPath(), header + "q1,a,1,2\nq1,b,1,2\n");
    refused("'q1' is in it twice", "Cannot join", "--table", path);
  }

  private void refused(String first, String second, String third, String table) {
    LogInputFormat.TABLE.set(logs.configuration, table);
    RuntimeException e =
        assertThrows(RuntimeException.class, () -> LogInputFormat.check(logs.configuration));
    assertTrue(e.toString(), e instanceof SettingsException || e instanceof DataException);
    for (String part : List.of(first, second, third)) {
      assertTrue(e.getMessage(), e.getMessage().contains(part));
    }
  }

  @Test
  public void aTableForASourceThatJoinsNoneIsRefused() throws Exception {
    logs.write("a.csv", Logs.HEADER + Logs.rows(0, 1));
    LogInputFormat.SOURCE.set(logs.configuration, "gradus");
    SettingsException e =
        assertThrows(SettingsException.class, () -> LogInputFormat.check(logs.configuration));
    assertTrue(e.getMessage(), e.getMessage().contains("source 'gradus' joins no table"));
  }
}
