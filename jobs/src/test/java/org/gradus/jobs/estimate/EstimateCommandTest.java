package org.gradus.jobs.estimate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.driver.CommandRun;
import org.gradus.jobs.driver.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** On manifests whose costs follow known lines. */
public class EstimateCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Sort costs 10 + 2e-5 n, train 30 + 4e-5 n cpu seconds; 60 and 100 bytes are shuffled. */
  private String run(String name, long attempts, String features, double slower)
      throws IOException {
    Path work = folder.newFolder(name).toPath();
    manifest(work, "train", 2, features, slower * (30 + 4e-5 * attempts), 100 * attempts, attempts);
    manifest(work, "sort", 1, features, slower * (10 + 2e-5 * attempts), 60 * attempts, attempts);
    Files.createDirectory(work.resolve("scratch"));
    Files.createFile(work.resolve("gradus.log"));
    return work.toString();
  }

  private static void manifest(
      Path work, String step, int day, String features, double cpu, long bytes, long attempts)
      throws IOException {
    Files.writeString(
        Files.createDirectories(work.resolve(step)).resolve("manifest.json"),
        String.format(
            Locale.ROOT,
            "{\"step\":\"%s\",\"startedAt\":\"2026-01-0%dT00:00:00Z\",\"secondsTaken\":%f,\"cpuSeconds\":%f,\"bytesWritten\":%d,\"figures\":{\"attempts kept\":%d},"
                + "\"basis\":{\"settings\":{\"gradus.features.set\":\"%s\"}},"
                + "\"jobs\":[{\"counters\":{\"org.apache.hadoop.mapreduce.TaskCounter\":{\"REDUCE_SHUFFLE_BYTES\":%d}}},{\"counters\":{}}]}",
            step,
            day,
            cpu / 2,
            cpu,
            7 * attempts,
            attempts,
            features,
            bytes));
  }

  private String estimate(String measured) throws IOException, InterruptedException {
    Configuration configuration = new Configuration();
    configuration.set("hadoop.tmp.dir", folder.newFolder().getPath());
    EstimateCommand.MEASURED.set(configuration, measured);
    EstimateCommand.ATTEMPTS.set(configuration, 100_000_000L);
    EstimateCommand.CORES.set(configuration, 10L);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    try (CommandRun run =
        new CommandRun(
            new EstimateCommand(), configuration, out, Progress.SILENT, (to, words) -> 1)) {
      assertEquals(0, new EstimateCommand().run(run));
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void plantedCostsAreFoundAndAddedUp() throws Exception {
    String said = estimate(run("a", 1_000_000, "gradus", 1) + "," + run("b", 200_000, "gradus", 1));
    String[] lines = said.lines().toArray(String[]::new);
    assertEquals("100,000,000 attempts", lines[0]);
    assertTrue(said, lines[2].matches("sort +2,010 +1,005 +6,000,000,000 +700,000,000"));
    assertTrue(said, lines[3].matches("train +4,030 +2,015 +10,000,000,000 +700,000,000"));
    assertTrue(said, lines[4].matches("all +6,040 +3,020 +16,000,000,000 +1,400,000,000"));
    assertEquals("1.7 core hours; on 10 cores that are kept busy 0.17 hours.", lines[5]);
    assertEquals("two runs leave none to check", 6, lines.length);
  }

  @Test
  public void theLargestRunChecksTheOthers() throws Exception {
    String said =
        estimate(
            String.join(
                ",",
                run("a", 100_000, "gradus", 1),
                run("b", 10_000_000, "gradus", 1.25),
                run("c", 1_000_000, "gradus", 1)));
    assertTrue(
        said,
        said.endsWith(
            "Check: the run of 10,000,000 attempts as predicted from the smaller ones:"
                + " cpu seconds -20 %, seconds -20 %, bytes shuffled +0 %, bytes written +0 %.\n"));
  }

  @Test
  public void runsThatCannotBeFittedAreRefused() throws Exception {
    String one = run("one", 1_000_000, "gradus", 1);
    String other = run("other", 2_000_000, "khan", 1);
    String nothing = folder.newFolder("nothing").getPath();
    assertRefused("must name the work folders of at least two runs", one);
    assertRefused("must name the work folders of at least two runs", one + "," + one);
    assertRefused("cannot be fitted together", one + "," + other);
    assertRefused("where no run has got through", one + "," + nothing);
    assertRefused("which is not there", one + "," + nothing + "/missing");
    Path train = Path.of(other, "train/manifest.json");
    Files.writeString(train, Files.readString(train).replaceFirst("\"cpuSeconds\":[^,]*,", ""));
    assertRefused("the processor time of step 'train' is not known", one + "," + other);
  }

  private void assertRefused(String reason, String measured) {
    SettingsException refusal = assertThrows(SettingsException.class, () -> estimate(measured));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
