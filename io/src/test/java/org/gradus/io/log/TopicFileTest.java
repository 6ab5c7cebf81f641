package org.gradus.io.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TopicFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Map<String, String> read(String name, byte[] bytes) throws IOException {
    File file = new File(folder.getRoot(), name);
    Files.write(file.toPath(), bytes);
    return TopicFile.read("--topics", file.getPath(), new Configuration());
  }

  private Map<String, String> read(String text) throws IOException {
    return read("topics.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(String text, String reason) {
    DataException refusal = assertThrows(DataException.class, () -> read(text));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("topics.csv"));
  }

  @Test
  public void columnsAreFoundByName() throws IOException {
    Map<String, String> expected = Map.of("one, two", "numbers", "three", "shapes");
    assertEquals(
        expected,
        read("\ufeffname,exercise_id,topic\r\na,\"one, two\",numbers\r\n\r\nb, three ,shapes\r\n"));
    assertEquals(expected, read("topic\texercise_id\nnumbers\tone, two\nshapes\tthree"));
    assertEquals(expected, read("topic|exercise_id\nnumbers|one, two\nshapes|three"));
    byte[] packed = packed("exercise_id;topic\none, two;numbers\nthree;shapes\n");
    assertEquals(expected, read("topics.csv.gz", packed));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  public void aFileThatEndsEarlyIsRefused() throws IOException {
    byte[] whole = packed("exercise_id,topic\na,x\n");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    DataException refusal = assertThrows(DataException.class, () -> read("topics.csv.gz", half));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("topics.csv.gz: "));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("ends early"));
  }

  @Test
  public void ofALongHeaderTheBeginningIsShown() {
    DataException refusal =
        assertThrows(DataException.class, () -> read("name,".repeat(1000) + "topic\na\n"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("name, name"));
    assertTrue(refusal.getMessage(), refusal.getMessage().length() < 1000);
  }

  @Test
  public void anExerciseMayComeAgainAndMayHaveNoTopic() throws IOException {
    assertEquals(Map.of("a", "x"), read("exercise_id,topic\na,x\na,x\nb,\n"));
  }

  @Test
  public void badFilesAreRefusedWithTheirReason() {
    assertRefused("exercise,topic\na,x\n", "'exercise_id' and 'topic' but is 'exercise, topic'");
    assertRefused("exercise_id,topic\na,x\nb,y\na,z\n", "'a' is in topic 'x' and, by row 4");
    assertRefused("exercise_id,topic\na,x\nb\n", "row 3 is no row of 2 fields");
    assertRefused("exercise_id,topic\na, b,x\n", "row 2 is no row of 2 fields");
    assertRefused("exercise_id,topic\n,x\n", "row 2 is no row");
    assertRefused("exercise_id,topic\n", "it names none");
    assertRefused("", "it names none");
  }

  @Test
  public void aFileThatIsNotThereIsASetting() {
    SettingsException refusal =
        assertThrows(
            SettingsException.class,
            () -> TopicFile.read("--topics", "/no/such.csv", new Configuration()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("--topics /no/such.csv"));
  }

  @Test
  public void aFileThatIsTooLargeIsRefused() throws IOException {
    StringBuilder text = new StringBuilder("exercise_id,topic,text\n");
    String filler = "x".repeat(1000);
    for (int i = 0; i < 9000; i++) {
      text.append("e").append(i).append(",t,").append(filler).append('\n');
    }
    assertRefused(text.toString(), "more than 8388608 bytes");
  }
}
