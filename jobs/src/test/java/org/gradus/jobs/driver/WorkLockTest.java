package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WorkLockTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private WorkFolder folder;
  private File file;

  @Before
  public void makeAFolder() throws IOException {
    folder = new WorkFolder(new Path(temporary.getRoot().getPath()), new Configuration());
    file = new File(temporary.getRoot(), WorkLock.NAME);
  }

  private void write(String text) throws IOException {
    Files.writeString(file.toPath(), text);
  }

  private String own() {
    return WorkLock.holder(ProcessHandle.current());
  }

  @Test
  public void aSecondRunIsRefusedUntilTheFirstEnds() throws IOException {
    try (WorkLock first = WorkLock.take(folder)) {
      IOException refusal =
          assertThrows(first.toString(), IOException.class, () -> WorkLock.take(folder));
      String start = "Work folder " + temporary.getRoot() + " is in use by another run (process ";
      assertTrue(refusal.getMessage(), refusal.getMessage().startsWith(start));
      assertTrue(
          refusal.getMessage(),
          refusal.getMessage().contains(start + ProcessHandle.current().pid() + " on "));
    }
    assertFalse(file.exists());
    WorkLock.take(folder).close();
  }

  @Test
  public void theLockOfADeadProcessIsTakenOver() throws Exception {
    Process process = new ProcessBuilder("true").start();
    String text = WorkLock.holder(process.toHandle());
    process.waitFor();
    write(text);
    WorkLock.take(folder).close();
    assertEquals(0, temporary.getRoot().list().length);
  }

  @Test
  public void aProcessThatOnlyHasTheSameNumberDoesNotHoldTheLock() throws IOException {
    write(own().replaceFirst("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"1999-01-01T00:00:00Z\""));
    WorkLock.take(folder).close();
    assertFalse(file.exists());
  }

  @Test
  public void theLockOfAnotherMachineIsRespected() throws IOException {
    write(own().replaceFirst("\"host\":\"[^\"]*\"", "\"host\":\"elsewhere\""));
    IOException refusal = assertThrows(IOException.class, () -> WorkLock.take(folder));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(" on elsewhere, started "));
  }

  @Test
  public void aLockThatIsBeingWrittenIsRespected() throws IOException {
    write("");
    IOException refusal = assertThrows(IOException.class, () -> WorkLock.take(folder));
    assertTrue(
        refusal.getMessage(),
        refusal.getMessage().endsWith("wait 10 minutes, or remove " + file + "."));
    assertTrue(file.exists());
  }

  @Test
  public void aLockThatNobodyHasWrittenForLongIsTakenOver() throws IOException {
    write("");
    long longAgo = System.currentTimeMillis() - WorkLock.ABANDONED.toMillis() - 1000;
    assertTrue(file.setLastModified(longAgo));
    WorkLock.take(folder).close();
    assertEquals(0, temporary.getRoot().list().length);
    write(own());
    assertTrue(file.setLastModified(longAgo));
    assertThrows("one that was written", IOException.class, () -> WorkLock.take(folder));
  }
}
