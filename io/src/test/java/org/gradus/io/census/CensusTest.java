package org.gradus.io.census;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class CensusTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final Configuration configuration = new Configuration();

  @Test
  public void partsOfAFolderAreAddedUpAndSorted() throws IOException {
    new Census(List.of(new ExerciseCount("b\u00e4", 3, 2, 1), new ExerciseCount("a", 1, 0, 1)))
        .write(configuration, place("part-r-00000"));
    new Census(List.of(new ExerciseCount("b\u00e4", 10, 5, 4)))
        .write(configuration, place("part-r-00001"));
    Files.createFile(folder.getRoot().toPath().resolve("_SUCCESS"));
    Files.write(folder.getRoot().toPath().resolve("manifest.json"), List.of("{}"));
    Census census = Census.read(configuration, new Path(folder.getRoot().toURI()));
    assertEquals(Map.of("a", 1L, "b\u00e4", 13L), census.attempts());
    assertEquals(13, census.attempts("b\u00e4"));
    assertEquals(0, census.attempts("unknown"));
    census.write(configuration, place("all.jsonl"));
    assertEquals(
        "{\"exercise\":\"a\",\"attempts\":1,\"corrects\":0,\"students\":1}\n"
            + "{\"exercise\":\"b\u00e4\",\"attempts\":13,\"corrects\":7,\"students\":5}\n",
        new String(
            Files.readAllBytes(folder.getRoot().toPath().resolve("all.jsonl")),
            StandardCharsets.UTF_8));
  }

  @Test
  public void lineOfAnotherKindIsRefusedWithItsPlace() throws IOException {
    Files.write(
        folder.getRoot().toPath().resolve("x.jsonl"),
        List.of(new ExerciseCount("a", 1, 0, 1).toJson(), "{\"exercise\":\"b\"}"));
    String message =
        assertThrows(DataException.class, () -> Census.read(configuration, place("x.jsonl")))
            .getMessage();
    assertTrue(message, message.contains("x.jsonl:2:"));
    assertTrue(message, message.contains("no whole number 'attempts'"));
  }

  private Path place(String name) {
    return new Path(folder.getRoot().toURI().toString(), name);
  }
}
