package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExternalInputsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private Path logs;

  @Before
  public void write() throws IOException {
    logs = folder.newFolder("KT1").toPath();
    for (int i = 0; i < 5; i++) {
      Files.writeString(logs.resolve("u" + i + ".csv"), "log of " + i);
    }
    configuration.set("fs.file.impl", FoldersAlone.class.getName());
    configuration.setBoolean("fs.file.impl.disable.cache", true);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> describe(String input) throws IOException {
    return (Map<String, Object>) ExternalInputs.describe(List.of(input), configuration).get(0);
  }

  @Test
  public void filesCountTheSameWhetherTheirFolderOrAGlobNamesThem() throws IOException {
    Map<String, Object> all = describe(logs.toString());
    assertEquals(5L, all.get("files"));
    assertEquals(40L, all.get("bytes"));
    Map<String, Object> glob = describe(logs + "/u*.csv");
    assertEquals(all.get("digest"), glob.get("digest"));
    assertEquals(all.get("bytes"), glob.get("bytes"));
    assertEquals(1L, describe(logs + "/u3.csv").get("files"));
    assertEquals(0L, describe(logs + "/v*.csv").get("files"));
    Path bracketed = Files.writeString(logs.resolve("u[3].csv"), "not log 3");
    assertEquals(9L, describe(bracketed.toString()).get("bytes"));
    Files.delete(bracketed);
    Files.writeString(logs.resolve("u3.csv"), "log of 33");
    assertNotEquals(all.get("digest"), describe(logs.toString()).get("digest"));
  }

  /** Asking once more for each of a million files that a glob has found is too slow. */
  static final class FoldersAlone extends LocalFileSystem {
    @Override
    public RemoteIterator<LocatedFileStatus> listFiles(
        org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      if (getFileStatus(path).isFile()) {
        throw new IOException("asked for " + path);
      }
      return super.listFiles(path, recursive);
    }
  }
}
