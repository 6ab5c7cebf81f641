package org.gradus.jobs.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.CommandContext;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> commands = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private int exitOfRun;
  private boolean reports = true;

  /** Writes what the two commands would write, as far as the demo looks at it. */
  private final class Recorder implements CommandContext {
    private final Configuration configuration = new Configuration();

    Recorder() {
      DemoCommand.WORK.set(configuration, demo().toString());
    }

    @Override
    public Configuration configuration() {
      return configuration;
    }

    @Override
    public PrintStream out() {
      return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    @Override
    public Job newJob(String title) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Counters run(Job job) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int gradus(PrintStream to, String... arguments) {
      return gradus(arguments);
    }

    @Override
    public int gradus(String... arguments) {
      commands.add(String.join(" ", arguments).replace(demo().toString(), "DEMO"));
      if (arguments[0].equals("generate")) {
        write(
            "class/_truth/truth.json", "{\"best\":{\"log_loss\":0.5,\"auc\":0.8,\"accuracy\":1}}");
        return 0;
      }
      if (reports) {
        write("work/report/metrics.json", "{\"log_loss\":0.5125,\"auc\":0.75,\"accuracy\":0.7}");
      }
      return exitOfRun;
    }
  }

  private Path demo() {
    return folder.getRoot().toPath().resolve("demo");
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(demo().resolve(name).getParent());
      Files.writeString(demo().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private int run() throws IOException {
    return new DemoCommand().run(new Recorder());
  }

  @Test
  public void generatesRunsAndTellsTheFiguresAndThePage() throws Exception {
    assertEquals(0, run());
    assertEquals(
        List.of(
            "generate --output DEMO/class --dirt 0.01",
            "run --input DEMO/class --source gradus --work DEMO/work"),
        commands);
    assertTrue(
        said(), said().contains("fitted model, held-out students     0.5125  0.7500    0.7000"));
    assertTrue(
        said(), said().contains("what the class was drawn from       0.5000  0.8000    1.0000"));
    assertTrue(said(), said().contains("Report   " + demo() + "/work/report/index.html"));
  }

  @Test
  public void aSecondDemoUsesTheClassThatIsThere() throws Exception {
    run();
    commands.clear();
    assertEquals(0, run());
    assertEquals(List.of("run --input DEMO/class --source gradus --work DEMO/work"), commands);
  }

  @Test
  public void somebodyElsesFolderIsLeftAlone() throws Exception {
    write("thesis.txt", "chapter one");
    SettingsException refusal = assertThrows(SettingsException.class, this::run);
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("demo because it holds"));
    assertTrue(commands.isEmpty());
  }

  @Test
  public void aFailedRunAndAMissingReportEndTheDemoWithTheirExitCodes() throws Exception {
    exitOfRun = 3;
    assertEquals(3, run());
    exitOfRun = 0;
    reports = false;
    Files.delete(demo().resolve("work/report/metrics.json"));
    assertEquals(1, run());
    assertTrue(said(), said().contains("the report is missing"));
  }
}
