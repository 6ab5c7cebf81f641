package org.gradus.jobs.driver;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.log4j.Logger;
import org.apache.log4j.MDC;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RunLogTest {
  private static final Logger LOG = Logger.getLogger(RunLogTest.class);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A run of its own thread, which starts another thread, as LocalJobRunner does. */
  private void run(String name) throws Exception {
    WorkFolder work = new WorkFolder(new Path(at(name)), new Configuration());
    try (RunLog log = RunLog.open(work)) {
      LOG.warn(log + " is open");
      Thread task = new Thread(() -> LOG.warn("task of " + name));
      task.start();
      task.join();
    }
  }

  private String at(String name) {
    return folder.getRoot().toPath().resolve(name).toString();
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.getRoot().toPath().resolve(name).resolve(RunLog.NAME));
  }

  @Test
  public void eachRunHasItsOwnLinesAndThoseOfNoRun() throws Exception {
    WorkFolder work = new WorkFolder(new Path(at("first")), new Configuration());
    try (RunLog first = RunLog.open(work)) {
      LOG.warn("before " + first);
      Thread other = new Thread(() -> noRun(), "other");
      other.start();
      other.join();
      LOG.warn("after");
    }
    LOG.warn("too late");
    String text = log("first");
    assertTrue(text, text.contains("before ") && text.contains("after"));
    assertTrue(log("second"), log("second").contains("task of second"));
    assertFalse(text, text.contains("second"));
    assertFalse(log("second"), log("second").contains("before"));
    assertTrue(text, text.contains("of no run"));
    assertTrue(text, text.contains("of a run that has ended"));
    assertFalse(text, text.contains("too late"));
  }

  private void noRun() {
    MDC.clear();
    LOG.warn("of no run");
    try {
      run("second");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    MDC.put("gradus.run", at("second") + "/" + RunLog.NAME);
    LOG.warn("of a run that has ended");
  }
}
