package org.gradus.jobs.cli;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class BarProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final BarProgress progress =
      new BarProgress(new PrintStream(out, true, StandardCharsets.UTF_8), 79);

  private String drawn() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void ofTwoJobsTheFirstHasTheBarUntilItEnds() {
    progress.jobStarted("gradus left: count");
    progress.jobStarted("gradus right: sum");
    progress.jobAt("gradus right: sum", 1, 0.5f);
    progress.jobAt("gradus left: count", 1, 1);
    progress.jobEnded("gradus left: count");
    assertTrue(drawn(), drawn().contains("left: count 100%"));
    assertFalse(drawn(), drawn().contains("right: sum 100%"));
    progress.jobAt("gradus right: sum", 1, 1);
    progress.jobEnded("gradus right: sum");
    assertTrue(drawn(), drawn().contains("right: sum 100%"));
  }

  @Test
  public void aLineDoesNotStandInTheMiddleOfABar() {
    progress.jobStarted("gradus left: count");
    progress.stepStarted("right", 2, 3);
    progress.note("something");
    progress.jobEnded("gradus left: count");
    assertTrue(drawn(), drawn().contains(" \r[2/3] right\n"));
    assertTrue(drawn(), drawn().contains(" \r      something\n"));
  }
}
