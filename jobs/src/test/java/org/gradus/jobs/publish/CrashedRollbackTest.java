package org.gradus.jobs.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.store.BatchFolder;
import org.gradus.io.store.BatchLineage;
import org.gradus.jobs.driver.CrashingFileSystem;
import org.gradus.model.knowledge.VersionName;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Rollbacks that are killed before any of their changes, of which two are pointers. */
public class CrashedRollbackTest {
  private static final int MORE_CHANGES_THAN_A_ROLLBACK_MAKES = 20;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
  private FileSystem local;
  private Path root;

  /** Two versions, the second in force, each with predictions. */
  @Before
  public void publishAndDeliverTwice() throws Exception {
    local = CrashingFileSystem.local(configuration);
    root = new Path(new File(folder.getRoot(), "store").getPath());
    for (int number = 1; number <= 2; number++) {
      File work = new File(folder.getRoot(), "work" + number);
      Path trained = new Path(new TrainedWork(work).logit(number / 10.0).write());
      Candidate candidate = Candidate.of(trained, configuration);
      FolderStore store = new FolderStore(local, root);
      new Publication(configuration, store, candidate, nowhere, Clock.systemUTC()).run();
      deliver(number, store.pointer().orElseThrow().version());
    }
  }

  private void deliver(int number, VersionName version) throws IOException {
    BatchFolder batches = new BatchFolder(local, root);
    BatchLineage batch =
        BatchLineage.of(number, version, "0123456789abcdef" + number, Map.of("deliveredAt", "now"));
    local.mkdirs(new Path(batches.batchesFolder(), batch.name()));
    batches.complete(batch);
    batches.point(batch);
  }

  private void rollBack(FileSystem files) throws IOException {
    RollbackCommand.rollBack(new FolderStore(files, root), "", nowhere);
  }

  private boolean survives(FileSystem files) throws IOException {
    try {
      rollBack(files);
      return true;
    } catch (CrashingFileSystem.Killed e) {
      return false;
    }
  }

  /** Numbers of the version in force and of the batch in force. */
  private List<Long> inForce() throws IOException {
    VersionName version = new FolderStore(local, root).pointer().orElseThrow().version();
    String batch = new BatchFolder(local, root).inForce().orElseThrow();
    return List.of(version.number(), Long.parseLong(batch.substring(1, 7)));
  }

  /** An older version never has predictions of the version that it replaces. */
  @Test
  public void killedAtAnyInstantTheSameCommandCompletes() throws Exception {
    Set<List<Long>> found = new LinkedHashSet<>();
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      assertTrue("ends some time", n < MORE_CHANGES_THAN_A_ROLLBACK_MAKES);
      survived = survives(new CrashingFileSystem(local, n));
      found.add(inForce());
      if (!survived && inForce().get(0) == 2) {
        rollBack(local);
      }
      assertEquals("n = " + n, List.of(1L, 1L), inForce());
      RollbackCommand.rollBack(new FolderStore(local, root), second(), nowhere);
      assertEquals("n = " + n, List.of(2L, 2L), inForce());
    }
    assertEquals(Set.of(List.of(2L, 2L), List.of(2L, 1L), List.of(1L, 1L)), found);
  }

  private String second() throws IOException {
    return new FolderStore(local, root).versions().get(1).name().toString();
  }
}
