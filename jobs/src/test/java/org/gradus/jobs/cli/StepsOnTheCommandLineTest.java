package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.LettersStep;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepContext;
import org.gradus.jobs.driver.StepOutcome;
import org.gradus.jobs.driver.TotalStep;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What every step gets from the driver without a line of its own. */
public class StepsOnTheCommandLineTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String log;
  private String work;

  @Before
  public void makeALog() throws IOException {
    Path words = folder.newFile("words.txt").toPath();
    Files.write(words, List.of("ant", "bee", "asp"));
    log = words.toString();
    work = folder.getRoot().toPath().resolve("work").toString();
  }

  private int gradus(TotalStep total, String... arguments) {
    out.reset();
    err.reset();
    Installed installed = new Installed(List.of(new LettersStep(), total), List.of());
    return new Gradus(installed, stream(out), stream(err)).run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void anOptionalStepFailsSoftlyUnlessItIsRunAlone() {
    TotalStep optional = new TotalStep(true, 2);
    assertEquals(err(), 0, gradus(optional, "run", "--log", log, "--work", work));
    assertEquals("", err());
    String reason = "the disk of TotalStep is full\n";
    assertTrue(out(), out().contains("\n      total failed and is left out: " + reason));
    assertTrue(out(), out().matches("(?s).*\ntotal +failed +[0-9.]+  reason " + reason + ".*"));
    String end =
        "\nOptional step 'total' has failed, all else is done. What it had written is kept in "
            + work
            + "/total.failed; the same command tries it again.\nletters: "
            + work
            + "/letters/counts (letter, tab, lines)\n";
    assertTrue(out(), out().endsWith(end));
    assertEquals(1, gradus(optional, "total", "--work", work));
    assertTrue(err(), err().startsWith("gradus: Step 'total' failed: the disk of TotalStep is"));
    assertEquals(err(), 0, gradus(optional, "total", "--work", work));
  }

  @Test
  public void aWarningIsALineOfItsOwnAtTheEndAlsoWhenTheStepIsUpToDate() {
    Step wary =
        new Step() {
          @Override
          public String name() {
            return "wary";
          }

          @Override
          public String summary() {
            return "Warns.";
          }

          @Override
          public String example() {
            return "wary";
          }

          @Override
          public List<String> reads(Configuration configuration) {
            return List.of();
          }

          @Override
          public List<Dataset> writes() {
            return List.of(new Dataset("report", "wary", "text"));
          }

          @Override
          public List<Key<?>> keys() {
            return List.of();
          }

          @Override
          public void run(StepContext context) throws IOException {
            var place = context.output("report");
            place.getFileSystem(context.configuration()).mkdirs(place);
            context.figure("lines", 3L);
            context.figure(StepOutcome.WARNING, "coins have no memory");
          }
        };
    Gradus gradus = new Gradus(new Installed(List.of(wary), List.of()), stream(out), stream(err));
    for (int i = 1; i <= 2; i++) {
      out.reset();
      assertEquals(err(), 0, gradus.run("run", "--work", work));
      assertTrue(out(), out().contains("  lines 3\n\nWarning: coins have no memory.\nreport: "));
    }
  }

  @Test
  public void aSecretIsRefusedWhereOthersCanReadIt() throws IOException {
    String secret = "-Dgradus.total.password=hunter2";
    assertEquals(2, gradus(new TotalStep(), "run", "--log", log, "--work", work, secret));
    String start = "gradus: Setting gradus.total.password (from command line) is a secret ";
    assertTrue(err(), err().startsWith(start));
    assertFalse(err(), err().contains("hunter2"));
    assertEquals(2, gradus(new TotalStep(), "run", "-D", "gradus.total.pasword=hunter2"));
    assertFalse(err(), err().contains("hunter2"));
  }

  @Test
  public void resourcesAreCheckedAndRunNothingAgain() {
    TotalStep total = new TotalStep();
    assertEquals(err(), 0, gradus(total, "run", "--log", log, "--work", work));
    String[] again = {
      "run", "--log", log, "--work", work, "-Dgradus.letters.queue=night", "-D", ""
    };
    again[7] = "gradus.total.priority=low";
    assertEquals(err(), 0, gradus(total, again));
    assertTrue(out(), out().matches("(?s).*\nletters +up to date .*\ntotal +up to date .*"));
    again[7] = "gradus.total.priority=urgent";
    assertEquals(2, gradus(total, again));
    assertEquals(
        "gradus: gradus.total.priority is 'urgent' but must be one of default very-low low normal"
            + " high very-high.\n",
        err());
    again[7] = "gradus.total.que=x";
    assertEquals(2, gradus(total, again));
    assertTrue(err(), err().endsWith(" did you mean gradus.total.queue?\n"));
  }

  @Test
  public void resourcesOfAllStepsAreTheLastLinesOfConf() {
    assertEquals(0, gradus(new TotalStep(), "conf"));
    assertTrue(out(), out().contains("In place of STEP goes its name: letters, total.\n"));
    assertTrue(out(), out().contains("\n    gradus.STEP.reduce-memory-mb\n"));
    assertFalse(out(), out().contains("gradus.letters.queue"));
  }
}
