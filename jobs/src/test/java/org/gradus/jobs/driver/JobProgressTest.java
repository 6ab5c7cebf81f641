package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class JobProgressTest {
  private static String after(boolean local, float... said) {
    JobProgress progress = new JobProgress(local);
    for (int i = 0; i < said.length; i += 2) {
      progress.update(said[i], said[i + 1]);
    }
    return progress.maps() + " " + progress.reduces();
  }

  @Test
  public void theLocalRunnerIsNotBelievedThatAllHasEndedAfterOneTask() {
    assertEquals("0.0 0.0", after(true, 1, 0));
    assertEquals("0.25 0.0", after(true, 0.25f, 0, 1, 0));
    assertEquals("0.5 0.0", after(true, 0.25f, 0, 1, 0, 0.5f, 0));
    assertEquals("1.0 0.5", after(true, 0.9f, 0, 1, 0.5f, 1, 1));
  }

  @Test
  public void aClusterIs() {
    assertEquals("1.0 0.0", after(false, 0.25f, 0, 1, 0));
    assertEquals("1.0 1.0", after(false, 1, 0.5f, 1, 1));
  }
}
