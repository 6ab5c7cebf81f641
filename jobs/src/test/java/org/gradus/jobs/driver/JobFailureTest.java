package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.junit.Test;

public class JobFailureTest {
  /** As YARN keeps it of a failed map task. */
  private static final String DIAGNOSTICS =
      "Error: java.io.IOException: Spill failed\n"
          + "\tat org.apache.hadoop.mapred.MapTask$MapOutputBuffer.checkSpillException(MapTask.java:1)\n"
          + "Caused by: java.lang.NumberFormatException: For input string: \"x\"\n"
          + "\tat java.base/java.lang.Long.parseLong(Long.java:711)\n"
          + "\t... 10 more\n";

  @Test
  public void theInnermostCauseIsTheReason() {
    assertEquals(
        "NumberFormatException: For input string: \"x\"",
        JobFailure.reason(
            new Exception(
                new IOException(
                    "Spill failed", new NumberFormatException("For input string: \"x\"")))));
    assertEquals(
        "NumberFormatException: For input string: \"x\"", JobFailure.reason(DIAGNOSTICS).get());
  }

  @Test
  public void aPlainSentenceStandsForItself() {
    assertEquals(
        "No space left on device", JobFailure.reason(new IOException("No space left on device")));
    assertEquals("one; two", JobFailure.reason(new IOException("one\n  two\n")));
    assertEquals("NullPointerException", JobFailure.reason(new NullPointerException()));
  }

  @Test
  public void aContainerThatDiedOfItsHeapSaysSo() {
    String text =
        "Exit code: 1\nLast 4096 bytes of stderr :\nError: A JNI error has occurred\n"
            + "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n"
            + "\tat java.base/java.util.ArrayList.iterator(ArrayList.java:1)\n";
    assertEquals(
        "out of memory (Java heap space); give it more with GRADUS_HEAP or the task's memory",
        JobFailure.reason(text).get());
  }

  @Test
  public void stackTracesAreLeftOutOfALine() {
    assertEquals(
        "one; two", JobFailure.reason(new IOException("one\n\tat org.x.Y(Y.java:1)\n two")));
    String longest = "x".repeat(501);
    assertEquals(504, JobFailure.reason(new IOException(longest)).length());
  }

  @Test
  public void textWithoutACauseHasNoReason() {
    assertEquals(true, JobFailure.reason("Container killed on request.").isEmpty());
  }

  @Test
  public void refusalsComeOutAsThemselves() {
    Throwable wrapped = new RuntimeException(new DataException("Too many bad lines."));
    assertEquals(
        "Too many bad lines.",
        assertThrows(DataException.class, () -> JobFailure.reason(wrapped)).getMessage());
    String text = "Error: org.gradus.io.settings.SettingsException: No such source: it's gone.\n";
    assertEquals(
        "No such source: it's gone.",
        assertThrows(SettingsException.class, () -> JobFailure.reason(text)).getMessage());
  }
}
