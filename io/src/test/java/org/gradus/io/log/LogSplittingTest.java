package org.gradus.io.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.mapreduce.InputSplit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whatever the size of the splits, the records are the same, in the same order. */
public class LogSplittingTest {
  @Rule public TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void plainFilesCutAnywhere() throws Exception {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Logs logs = new Logs(folder.newFolder());
      String text = "\uFEFF\n" + Logs.HEADER + Logs.rows(0, 12) + " \n\n" + Logs.rows(12, 15);
      logs.write("a.csv", text.replace("\n", end));
      logs.write("b.csv", "correct,student_id,exercise_id,order_id\n1,x,e,7\nbad\n1,y,e,8");
      List<String> expected = logs.read();
      assertEquals(18, expected.size());
      assertEquals("s14 14", expected.get(14));
      assertEquals("BAD_CORRECT", 0, Collections.frequency(expected, "BAD_CORRECT"));
      for (int bytes : new int[] {1, 7, 19, 40}) {
        assertEquals("splits of " + bytes, expected, logs.splitBytes(bytes).read());
      }
    }
  }

  /** The header's length moves the ends of the lines through the ends of the bzip2 blocks. */
  @Test
  public void bzip2CutAnywhere() throws Exception {
    String rows = Logs.rows(10_000, 22_000);
    for (int shift = 0; shift <= rows.indexOf('\n'); shift++) {
      Logs logs = new Logs(folder.newFolder());
      String header = "student_id,exercise_id,correct,order_id" + " ".repeat(shift) + "\n";
      byte[] compressed = Logs.bzip2(Logs.bytes(header + rows));
      logs.write("a.csv.bz2", compressed);
      List<String> expected = logs.read();
      assertEquals(12_000, expected.size());
      for (int bytes : new int[] {compressed.length / 7, compressed.length / 3}) {
        logs.splitBytes(bytes);
        assertTrue(logs.splits().size() > 1);
        assertEquals("shift " + shift + " splits of " + bytes, expected, logs.read());
      }
    }
  }

  @Test
  public void aThousandSmallFilesMakeFewSplits() throws Exception {
    Logs logs = new Logs(folder.getRoot());
    for (int i = 0; i < 1000; i++) {
      logs.write("u" + (1000 + i) + ".csv", Logs.HEADER + Logs.rows(i, i + 1));
    }
    assertTrue("" + logs.splits().size(), logs.splits().size() <= 4);
    List<String> records = logs.read();
    assertEquals(1000, records.size());
    assertEquals("s999 999", records.get(999));
  }

  @Test
  public void splitsAreCutAndPackedBySize() throws Exception {
    LogSplits splits =
        new LogSplits(1_000_000, (file, offset) -> new String[] {file.name() + offset});
    splits.add(new LogFile("/a", "b", 2_500_000, 1), true);
    splits.add(new LogFile("/a", "c", 5_000_000, 1), false);
    splits.add(new LogFile("/a", "d", 10, 1), true);
    splits.add(new LogFile("/a", "e", 20, 1), true);
    List<Long> lengths = new ArrayList<>();
    for (InputSplit split : splits.splits()) {
      lengths.add(split.getLength());
    }
    assertEquals(List.of(1_000_000L, 1_000_000L, 500_000L, 5_000_000L, 30L), lengths);
    assertEquals("b1000000", splits.splits().get(1).getLocations()[0]);
    assertEquals("e0", splits.splits().get(4).getLocations()[0]);
  }
}
