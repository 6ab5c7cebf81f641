package org.gradus.jobs.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandContext;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.LettersStep;
import org.gradus.jobs.driver.TotalStep;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GradusTest {
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

  /** Runs other commands, prints a setting, and returns an exit code. */
  private static final class EchoCommand implements Command {
    static final Key<String> WORDS =
        Key.text("gradus.echo.words", "", "What to say.").withOption("--words").repeatable();
    static final Key<Boolean> LOUD =
        Key.flag("gradus.echo.loud", false, "Whether to shout.").withOption("--loud");
    static final Key<String> ALSO =
        Key.text("gradus.echo.also", "", "Command to run.").withOption("--also");

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public String summary() {
      return "Says things.";
    }

    @Override
    public String example() {
      return "echo --words 100% sure";
    }

    @Override
    public List<Key<?>> keys() {
      return List.of(WORDS, LOUD, ALSO);
    }

    @Override
    public int run(CommandContext context) {
      boolean loud = LOUD.get(context.configuration());
      context.out().println(WORDS.get(context.configuration()) + (loud ? "!" : ""));
      if (ALSO.isSet(context.configuration())) {
        return context.gradus(ALSO.get(context.configuration()).split(" "));
      }
      return 4;
    }
  }

  private int gradus(String... arguments) {
    out.reset();
    err.reset();
    Installed installed =
        new Installed(List.of(new LettersStep(), new TotalStep()), List.of(new EchoCommand()));
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

  private void refuses(int code, String sentence, String... arguments) {
    assertEquals(err(), code, gradus(arguments));
    assertEquals("gradus: " + sentence + "\n", err());
  }

  @Test
  public void runsTheWholeChainAndThenSkipsIt() {
    assertEquals(err(), 0, gradus("run", "--log", log, "--work", work));
    assertTrue(out(), out().startsWith("[1/2] letters\n[2/2] total\nstep "));
    assertTrue(out(), out().matches("(?s).*\nletters  done +[0-9.]+  lines 3\n.*"));
    assertTrue(out(), out().endsWith("\nreport: " + work + "/total (total.txt)\n"));
    assertEquals(0, gradus("run", "--work", work, "-D", "gradus.letters.log=" + log));
    assertTrue(out(), out().matches("(?s).*\ntotal +up to date .*"));
  }

  @Test
  public void explainsWithoutRunning() {
    assertEquals(err(), 0, gradus("explain", "--log", log, "--work", work));
    assertTrue(out(), out().contains("letters  run    it has not run yet\n"));
    assertFalse(Files.exists(Path.of(work)));
  }

  @Test
  public void aStepAloneIsACommand() {
    assertEquals(err(), 0, gradus("letters", "--log", log, "--work", work));
    assertTrue(out(), out().startsWith("[1/1] letters\n"));
  }

  @Test
  public void theTargetEndsTheRun() {
    assertEquals(err(), 0, gradus("run", "--target=letters", "--log", log, "--work", work));
    assertFalse(Files.exists(Path.of(work, "total")));
  }

  @Test
  public void hadoopsOptionsMayStandAnywhere() throws IOException {
    Path site = folder.newFile("site.xml").toPath();
    Files.writeString(
        site,
        "<configuration><property><name>gradus.echo.words</name><value>from a file</value>"
            + "</property></configuration>");
    assertEquals(4, gradus("-conf", site.toString(), "echo"));
    assertEquals("from a file\n", out());
    assertEquals(4, gradus("echo", "--loud", "-Dgradus.echo.words=a=b", "-conf", site.toString()));
    assertEquals("a=b!\n", out());
  }

  @Test
  public void optionsMayHaveSeveralValues() {
    assertEquals(4, gradus("echo", "--words", "a", "b", "--loud", "--words", "c"));
    assertEquals("a,b,c!\n", out());
    assertEquals(4, gradus("echo", "--loud=false", "--words=x"));
    assertEquals("x\n", out());
  }

  @Test
  public void aCommandRunsOthersWithTheSameGenericOptions() {
    int code = gradus("echo", "--also", "echo --loud", "-D", "gradus.echo.words=hear");
    assertEquals(4, code);
    assertEquals("hear\nhear!\n", out());
  }

  @Test
  public void anotherOptionInPlaceOfAValueIsNamed() {
    assertEquals(2, gradus("echo", "--words", "-x"));
    assertTrue(err(), err().contains("Expected parameter for option '--words' but found '-x'"));
  }

  @Test
  public void whatLibjarsBringIsForTheirCommandAlone() throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    String jar = folder.newFile("more.jar").getPath();
    assertEquals(err(), 4, gradus("echo", "--also", "echo -libjars " + jar));
    assertSame(before, Thread.currentThread().getContextClassLoader());
  }

  @Test
  public void whatIsMistypedIsAnsweredWithTheNearestName() {
    refuses(2, "Command 'rnu' is not known to 'gradus'; did you mean run?", "rnu");
    refuses(
        2,
        "Option '--wrok' is not known to 'gradus run'; did you mean --work?",
        "run",
        "--wrok",
        work);
    refuses(
        2,
        "Setting gradus.letters.laest (from command line) is not known; did you mean"
            + " gradus.letters.least?",
        "run",
        "-Dgradus.letters.laest=3");
  }

  @Test
  public void everyValueIsCheckedWhicheverCommandIsRun() {
    refuses(
        2,
        "gradus.letters.least (--least) is 'x' but must be a whole number from 0 to 1000.",
        "echo",
        "-Dgradus.letters.least=x");
  }

  @Test
  public void usageThatMakesNoSenseIsRefused() {
    refuses(2, "-D x is not of the form -D name=value.", "run", "-D", "x");
    refuses(2, "Option -D has no value behind it.", "run", "-D");
    refuses(2, "Configuration file no.xml (-conf) does not exist.", "run", "-conf", "no.xml");
    refuses(2, "No work folder is named: add --work DIR.", "run", "--log", log);
    refuses(2, "Nothing to read: name a text file with --log.", "run", "--work", work);
    assertEquals(2, gradus());
    assertTrue(err(), err().contains("Usage: gradus"));
    assertEquals(2, gradus("run", "--work"));
    assertTrue(err(), err().contains("see 'gradus run --help'."));
  }

  @Test
  public void failuresHaveTheirExitCodesAndNoStackTrace() throws IOException {
    assertEquals(1, gradus("run", "--log", log, "--work", work, "--broken"));
    assertTrue(err(), err().matches("gradus: Step 'total' failed: .*\n"));
    Files.write(Path.of(log), List.of("bad data"));
    refuses(
        3, "Line 'bad data' at offset 0 cannot be used.", "letters", "--log", log, "--work", work);
    assertEquals(3, ExitCode.of(new DataException("")));
  }

  @Test
  public void helpTeachesWithAnExample() {
    assertEquals(0, gradus("--help"));
    assertTrue(out(), out().contains("  letters  Counts lines by their first letter.\n"));
    assertEquals(0, gradus("letters", "--help"));
    String help = out();
    assertTrue(help, help.contains("Example:  gradus letters --log words.txt --work w\n"));
    assertTrue(help, help.contains("A whole number from 0"));
    assertEquals(0, gradus("help", "letters"));
    assertEquals(help, out());
    assertEquals(0, gradus("echo", "-h"));
    assertTrue(out(), out().contains("gradus echo --words 100% sure"));
    assertEquals(0, gradus("--version"));
    assertTrue(out(), out().startsWith("gradus "));
  }

  @Test
  public void listsStepsAndSettings() {
    assertEquals(0, gradus("steps"));
    assertTrue(out(), out().contains("total    letters  report   Adds up.\n"));
    assertEquals(0, gradus("conf"));
    assertTrue(
        out(),
        out()
            .contains(
                "  <property>\n"
                    + "    <name>gradus.letters.least</name>\n"
                    + "    <value>0</value>\n"
                    + "    <description>Least number of lines. Value: a whole number from 0 to"
                    + " 1000. Option --least.</description>\n"
                    + "  </property>\n"));
  }
}
