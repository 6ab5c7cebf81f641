package org.gradus.jobs.batch;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.cli.Gradus;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.generate.LocalCommands;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BatchCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Path at(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private int gradus(String... arguments) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Gradus(Installed.onClassPath(), stream, stream).run(arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int batch(String... lines) throws IOException {
    Files.write(at("batch.txt"), List.of(lines));
    String input = at("batch.txt").toString();
    return gradus("batch", "--input", input, "--logs", at("logs").toString());
  }

  private List<BatchLine> lines(String... lines) throws IOException {
    Files.write(at("batch.txt"), List.of(lines));
    return BatchLine.read(
        new org.apache.hadoop.fs.Path(at("batch.txt").toString()), new Configuration());
  }

  private void refused(String reason, String... lines) {
    SettingsException refusal = assertThrows(SettingsException.class, () -> lines(lines));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }

  @Test
  public void aLineIsDividedIntoWordsWhereNoQuotationMarksHoldThemTogether() throws IOException {
    List<BatchLine> lines =
        lines("# none", "", "  gradus  run --work 'a b'/c --input=\"it's $1\" ''", "steps");
    assertEquals(2, lines.size());
    assertArrayEquals(
        new String[] {"-D", "x=1", "run", "--work", "a b/c", "--input=it's $1", ""},
        lines.get(0).wordsBehind("-D", "x=1"));
    assertEquals("line-003.log", lines.get(0).log());
    assertArrayEquals(new String[] {"steps"}, lines.get(1).wordsBehind());
    String manyFiles = "x".repeat(50_000);
    assertArrayEquals(new String[] {manyFiles}, lines(manyFiles).get(0).wordsBehind());
  }

  @Test
  public void whatCannotBeRunIsRefusedBeforeAnythingIs() throws IOException {
    refused("batch.txt:2 has a quotation mark without a second one: run 'a", "steps", "run 'a");
    refused("batch.txt:1 is a batch itself", "batch --input other.txt");
    refused("has no command line", "# steps");
    assertEquals(2, gradus("batch", "--input", at("absent.txt").toString()));
    assertTrue(said(), said().endsWith("is not a file; check the path.\n"));
    assertEquals(0, batch("steps"));
    String batch = at("batch.txt").toString();
    assertEquals(2, gradus("batch", "--input", batch, "--logs", batch));
    assertTrue(said(), said().contains("batch.txt is a file but must be a folder"));
  }

  private List<String> shared(long atOnce, String... lines) throws Exception {
    Files.write(at("batch.txt"), List.of(lines));
    LocalCommands context =
        new LocalCommands(folder.newFolder())
            .with(BatchCommand.INPUT, at("batch.txt").toString())
            .with(BatchCommand.LOGS, at("logs").toString())
            .with(BatchCommand.AT_ONCE, atOnce);
    assertEquals(0, new BatchCommand().run(context));
    List<String> sorted = new ArrayList<>(context.commandLines());
    Collections.sort(sorted);
    return sorted;
  }

  @Test
  public void linesSideBySideShareTheMemory() throws Exception {
    String half = "-D gradus.run.heap-share=0.5 ";
    assertEquals(List.of(half + "a", half + "b", half + "c"), shared(2, "a", "b", "c"));
    assertEquals(List.of(half + "a", half + "b"), shared(8, "a", "b"));
    assertEquals(List.of("-D gradus.run.heap-share=1.0 a"), shared(8, "a"));
  }

  @Test
  public void allLinesAreRunAndTheFirstFailureIsTheExitCode() throws IOException {
    String absent = "run --input " + at("absent") + " --work " + at("work");
    assertEquals(2, batch("steps", absent, "run --wrok x", "conf"));
    String said = said();
    assertTrue(said, said.contains("[4/4] "));
    assertTrue(said, said.contains("exit 2 after ") && said.contains("run --wrok x\n"));
    String third = Files.readString(at("logs/line-003.log"));
    assertTrue(third, third.contains("did you mean --work?"));
    assertFalse(said, said.contains("did you mean"));
    assertTrue(Files.readString(at("logs/line-001.log")).contains("difficulty"));
  }

  /** Each alone first; then side by side, one of them without its model. */
  @Test
  public void runsSideBySideGiveWhatEachGivesAlone() throws IOException {
    String class40 = at("class").toString();
    assertEquals(
        0,
        gradus(
            "generate",
            "--students",
            "40",
            "--exercises",
            "4",
            "--mean-attempts",
            "20",
            "--output",
            class40));
    String options = " --features bias,difficulty --baselines none --folds 2";
    String run = "run --input " + class40 + options + " --work ";
    assertEquals(0, gradus((run + at("alone")).split(" ", -1)));
    int exit = batch(run + at("one"), run + at("two") + " --figures-only");
    assertEquals(said(), 0, exit);
    for (String work : List.of("one", "two")) {
      assertEquals(
          Files.readString(at("alone/report/metrics.json")),
          Files.readString(at(work + "/report/metrics.json")));
    }
    String parameters = "train/model/parameters.jsonl.gz";
    assertArrayEquals(
        Files.readAllBytes(at("alone").resolve(parameters)),
        Files.readAllBytes(at("one").resolve(parameters)));
    assertFalse(Files.exists(at("two").resolve(parameters)));
    String store = at("store").toString();
    assertEquals(2, gradus("publish", "--work", at("two").toString(), "--store", store));
    assertTrue(said(), said().endsWith("not with --figures-only.\n"));
  }
}
