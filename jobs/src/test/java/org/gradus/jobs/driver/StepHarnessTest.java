package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradus.io.settings.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StepHarnessTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private StepHarness harness(String... lines) throws IOException {
    Path log = folder.newFile().toPath();
    Files.write(log, List.of(lines));
    return new StepHarness(folder.getRoot()).with(LettersStep.LOG, log.toString());
  }

  @Test
  public void runsAStepAndLeavesItsOutputAndNothingElse() throws Exception {
    StepHarness harness = harness("ant", "bee", "asp").run(new LettersStep());
    assertEquals(3L, harness.figures().get("lines"));
    File counts = new File(harness.output("letters").toUri().getPath());
    TreeSet<String> lines = new TreeSet<>();
    for (File part : counts.listFiles((dir, name) -> name.startsWith("part-"))) {
      lines.addAll(Files.readAllLines(part.toPath()));
    }
    assertEquals("[a\t2, b\t1]", lines.toString());
    try (var left = Files.walk(counts.getParentFile().getParentFile().toPath())) {
      assertEquals(
          List.of(),
          left.filter(path -> path.toString().endsWith(".crc")).collect(Collectors.toList()));
    }
  }

  @Test
  public void theCauseOfAFailedTaskComesThrough() throws IOException {
    StepHarness harness = harness("ant", "bug");
    IOException failure = assertThrows(IOException.class, () -> harness.run(new LettersStep()));
    assertEquals(
        "IllegalStateException: a bug at offset 4",
        failure.getMessage().replaceAll(".*failed: ", ""));
  }

  @Test
  public void aRefusalOfTheDataKeepsItsTypeAndSentence() throws IOException {
    StepHarness harness = harness("ant", "bad data");
    DataException refusal = assertThrows(DataException.class, () -> harness.run(new LettersStep()));
    assertEquals("Line 'bad data' at offset 4 cannot be used.", refusal.getMessage());
  }
}
