package org.gradus.jobs.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.jobs.driver.CrashingFileSystem;
import org.gradus.jobs.driver.WorkLock;
import org.gradus.model.knowledge.ModelStore;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Publishers that are killed before any of their changes, and two at once. */
public class CrashedPublicationTest {
  private static final int MORE_CHANGES_THAN_A_PUBLICATION_MAKES = 40;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Configuration configuration = new Configuration();
  private FileSystem local;
  private Candidate older;
  private Candidate old;
  private Candidate fresh;

  @Before
  public void trainModels() throws IOException {
    PublishKeys.VERSIONS_KEPT.set(configuration, 2L);
    PublishKeys.GRACE.set(configuration, 0L);
    local = CrashingFileSystem.local(configuration);
    older = candidate("older", 0.1);
    old = candidate("old", 0.2);
    fresh = candidate("fresh", 0.3);
  }

  private Candidate candidate(String name, double logit) throws IOException {
    File work = new File(folder.getRoot(), name);
    return Candidate.of(new Path(new TrainedWork(work).logit(logit).write()), configuration);
  }

  private void publish(FileSystem files, Path root, Candidate candidate)
      throws IOException, InterruptedException {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, "UTF-8");
    FolderStore store = new FolderStore(files, root);
    new Publication(configuration, store, candidate, nowhere, Clock.systemUTC()).run();
  }

  private static double logitInForce(Path root) throws IOException {
    ModelStore store = ModelStore.at(java.nio.file.Path.of(root.toUri().getPath()));
    return ((Number) store.load().model().header().get("logit")).doubleValue();
  }

  private void becomeDead(Path root) throws IOException {
    local.delete(new Path(root, WorkLock.NAME), false);
  }

  @Test
  public void killedAtAnyInstantTheOldVersionOrTheNewOneIsInForce() throws Exception {
    Set<Double> found = new TreeSet<>();
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      assertTrue("ends some time", n < MORE_CHANGES_THAN_A_PUBLICATION_MAKES);
      Path root = new Path(folder.newFolder().getPath());
      publish(local, root, older);
      publish(local, root, old);
      survived = survives(new CrashingFileSystem(local, n), root);
      becomeDead(root);
      found.add(logitInForce(root));
      for (Lineage version : new FolderStore(local, root).versions()) {
        new FolderStore(local, root).load(version.name());
      }
      publish(local, root, fresh);
      assertEquals("n = " + n, 0.3, logitInForce(root), 0);
      assertEquals("n = " + n, List.of("v000002", "v000003"), numbers(root));
    }
    assertEquals(Set.of(0.2, 0.3), found);
  }

  @Test
  public void killedAtAnyInstantTheFirstVersionIsCompletedByTheSameCommand() throws Exception {
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      Path root = new Path(folder.newFolder().getPath());
      survived = survives(new CrashingFileSystem(local, n), root);
      becomeDead(root);
      publish(local, root, fresh);
      assertEquals(0.3, logitInForce(root), 0);
      assertEquals("n = " + n, List.of("v000001"), numbers(root));
    }
  }

  private boolean survives(FileSystem files, Path root) throws Exception {
    try {
      publish(files, root, fresh);
      return true;
    } catch (CrashingFileSystem.Killed e) {
      return false;
    }
  }

  private List<String> numbers(Path root) throws IOException {
    return new FolderStore(local, root)
        .versions().stream()
            .map(version -> version.name().toString().substring(0, 7))
            .collect(Collectors.toList());
  }

  @Test
  public void ofTwoPublishersOneIsRefused() throws Exception {
    Path root = new Path(folder.newFolder().getPath());
    try (Closeable first = new FolderStore(local, root).open()) {
      IOException refusal =
          assertThrows(first.toString(), IOException.class, () -> publish(local, root, fresh));
      assertTrue(
          refusal.getMessage(),
          refusal
              .getMessage()
              .matches(
                  "Store \\S+ is in use by another run \\(process .*\\.lock if that process is gone\\."));
    }
    publish(local, root, fresh);
    assertEquals(0.3, logitInForce(root), 0);
  }

  @Test
  public void aModelThatChangesWhileItIsPublishedIsNotPublished() throws Exception {
    Path root = new Path(folder.newFolder().getPath());
    publish(local, root, old);
    new TrainedWork(new File(folder.getRoot(), "fresh")).logit(0.9).write();
    IOException refusal = assertThrows(IOException.class, () -> publish(local, root, fresh));
    assertTrue(
        refusal.getMessage(), refusal.getMessage().contains("is not the model that was judged"));
    assertEquals(0.2, logitInForce(root), 0);
  }
}
