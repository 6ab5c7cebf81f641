package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import org.apache.hadoop.mapreduce.TaskCompletionEvent.Status;
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
  public void aTaskKilledFromOutsideIsToldInWords() throws Exception {
    String text =
        "[2026-01-05 03:14:07]Container killed on request. Exit code is 137\n"
            + "[2026-01-05 03:14:07]Container exited with a non-zero exit code 137. \n";
    assertEquals(
        "a task's process was killed from outside (exit code 137): by somebody, or by its machine"
            + " for want of memory",
        JobFailure.reasonOnCluster(new FailedJob().attempt(Status.FAILED, text)));
  }

  @Test
  public void ofAnApplicationMasterItsOwnDiagnosticsAreTold() throws Exception {
    String text =
        "Application application_1_0014 failed 2 times (global limit =3; local limit is =2) due to"
            + " AM Container for appattempt_1_0014_000002 exited with  exitCode: -1\n"
            + "Failing this attempt.Diagnostics: [2026-01-05 03:14:07.760]No space left on device\n"
            + "For more detailed output, check the application tracking page: http://x Then click.\n"
            + ". Failing the application.";
    assertEquals(
        "its application master failed: No space left on device",
        JobFailure.reasonOnCluster(new FailedJob().failureInfo(text)));
  }

  @Test
  public void ofAnApplicationMasterWithAStackTraceTheInnermostCauseIsTold() throws Exception {
    String text =
        "Failing this attempt.Diagnostics: [2026-01-05 03:14:07.760]Adapter.call(Executors.java:539)\n"
            + "Caused by: org.apache.hadoop.yarn.exceptions.YarnException: Download and unpack failed\n"
            + "\t... 10 more\n"
            + "Caused by: java.io.IOException: No space left on device\n"
            + "\t... 18 more\n"
            + "Caused by: Download and unpack failed\n"
            + "For more detailed output, check the application tracking page: http://x Then click.\n";
    assertEquals(
        "its application master failed: No space left on device",
        JobFailure.reasonOnCluster(new FailedJob().failureInfo(text)));
  }

  @Test
  public void theReasonIsFoundHoweverManyAttemptsWereBefore() throws Exception {
    FailedJob job = new FailedJob().attempt(Status.KILLED, DIAGNOSTICS.replace("\"x\"", "\"y\""));
    job.attempt(Status.FAILED, "Container released on a *lost* node");
    job.attempt(Status.SUCCEEDED, "").attempt(Status.SUCCEEDED, "");
    job.attempt(Status.TIPFAILED, DIAGNOSTICS).attempt(Status.FAILED, "later");
    assertEquals("NumberFormatException: For input string: \"x\"", JobFailure.reasonOnCluster(job));
  }

  @Test
  public void withoutAnExceptionTheFirstTextIsTheReason() throws Exception {
    FailedJob job = new FailedJob().attempt(Status.FAILED, "first\n").attempt(Status.FAILED, "2nd");
    assertEquals("first", JobFailure.reasonOnCluster(job));
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
