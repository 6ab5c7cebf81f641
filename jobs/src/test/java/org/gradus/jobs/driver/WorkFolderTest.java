package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WorkFolderTest {
  private static final int MORE_CHANGES_THAN_A_STEP_MAKES = 90;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final List<String> FILES = List.of("a/part-0", "a/part-1", "total.txt", "z");

  private final Step step = new TotalStep();
  private FileSystem local;

  @Before
  public void openTheFileSystem() throws IOException {
    Configuration configuration = new Configuration();
    LocalMode.apply(configuration);
    local = FileSystem.newInstance(FileSystem.getDefaultUri(configuration), configuration);
  }

  private void writeStep(WorkFolder folder, String content) throws IOException {
    folder.begin(step);
    Path output = folder.temporaryPlace(step.name(), step.writes().get(0));
    for (String name : FILES) {
      try (FSDataOutputStream out = folder.files().create(new Path(output, name))) {
        out.writeBytes(content);
      }
    }
    folder.complete(step, content);
  }

  private String content(Path root) throws IOException {
    TreeSet<String> contents = new TreeSet<>();
    for (String name : FILES) {
      Path file = new Path(new Path(root, "total"), name);
      contents.add(local.exists(file) ? text(file) : "nothing");
    }
    assertEquals("of all files: " + contents, 1, contents.size());
    return contents.first();
  }

  private String text(Path file) throws IOException {
    try (var in = local.open(file)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private String names(Path root) throws IOException {
    return Arrays.stream(local.listStatus(root))
        .map(FileStatus::getPath)
        .map(Path::getName)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  /** Kills a run before its n-th change, for every n, and looks at what the next run finds. */
  private void killAtEveryInstant(String before, UnaryOperator<FileSystem> store)
      throws IOException {
    TreeSet<String> found = new TreeSet<>();
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      assertTrue("ends some time", n < MORE_CHANGES_THAN_A_STEP_MAKES);
      Path root = new Path(temporary.newFolder().getPath());
      WorkFolder healthy = new WorkFolder(root, store.apply(local));
      if (!before.equals("nothing")) {
        writeStep(healthy, before);
      }
      FileSystem crash = store.apply(new CrashingFileSystem(local, n));
      WorkFolder crashing = new WorkFolder(root, crash);
      survived = survives(() -> writeStep(crashing, "new"));
      healthy.recover();
      String content = content(root);
      found.add(content);
      assertEquals(content, healthy.manifest("total").orElse("nothing"));
      assertEquals("n = " + n, content.equals("nothing") ? "[]" : "[total]", names(root));
      writeStep(healthy, "newest");
      assertEquals("newest", content(root));
    }
    assertEquals(new TreeSet<>(Arrays.asList(before, "new")), found);
  }

  @Test
  public void killedAtAnyInstantTheFirstOutputIsWholeOrAbsent() throws IOException {
    killAtEveryInstant("nothing", files -> files);
  }

  @Test
  public void killedAtAnyInstantTheOldOutputOrTheNewOneIsThere() throws IOException {
    killAtEveryInstant("old", files -> files);
  }

  @Test
  public void whereARenameCopiesFileByFileItIsTheSame() throws IOException {
    killAtEveryInstant("nothing", files -> new CopyingFileSystem(files, false));
    killAtEveryInstant("old", files -> new CopyingFileSystem(files, false));
    killAtEveryInstant("old", files -> new CopyingFileSystem(files, true));
  }

  /** Looks before anything is mended, as somebody who reads the folder does. */
  @Test
  public void aFolderThatWasCutInTheMiddleHasNoManifest() throws IOException {
    for (int n = 0; n < MORE_CHANGES_THAN_A_STEP_MAKES; n++) {
      Path root = new Path(temporary.newFolder().getPath());
      writeStep(new WorkFolder(root, local), "old");
      FileSystem crash = new CopyingFileSystem(new CrashingFileSystem(local, n), n % 2 == 0);
      boolean survived = survives(() -> writeStep(new WorkFolder(root, crash), "new"));
      Optional<String> manifest = new WorkFolder(root, local).manifest("total");
      if (manifest.isPresent()) {
        assertEquals("n = " + n + ", survived: " + survived, manifest.get(), content(root));
      }
    }
  }

  /** Recovering may be killed as well. */
  @Test
  public void killedWhileRecoveringItStillRecovers() throws IOException {
    killedWhileRecovering(files -> files, 1);
    killedWhileRecovering(files -> new CopyingFileSystem(files, true), 3);
  }

  private void killedWhileRecovering(UnaryOperator<FileSystem> store, int stride)
      throws IOException {
    for (int n = 0; n < MORE_CHANGES_THAN_A_STEP_MAKES; n++) {
      boolean recovered = false;
      for (int m = n % stride; !recovered; m += stride) {
        Path root = new Path(temporary.newFolder().getPath());
        WorkFolder healthy = new WorkFolder(root, store.apply(local));
        writeStep(healthy, "old");
        FileSystem crash = store.apply(new CrashingFileSystem(local, n));
        WorkFolder crashing = new WorkFolder(root, crash);
        if (survives(() -> writeStep(crashing, "new"))) {
          return;
        }
        FileSystem next = store.apply(new CrashingFileSystem(local, m));
        WorkFolder again = new WorkFolder(root, next);
        recovered = survives(again::recover);
        healthy.recover();
        assertEquals("n = " + n + ", m = " + m, "[total]", names(root));
        assertEquals(content(root), healthy.manifest("total").orElse("nothing"));
      }
    }
  }

  /** A step that could not be put in place is evidence, and nothing of it may become output. */
  @Test
  public void evidenceThatWasCutInTheMiddleIsNeverPutInPlace() throws IOException {
    for (int n = 0; n < MORE_CHANGES_THAN_A_STEP_MAKES; n++) {
      boolean kept = false;
      for (int m = n % 3; !kept; m += 3) {
        Path root = new Path(temporary.newFolder().getPath());
        CrashingFileSystem crash = new CrashingFileSystem(local, n);
        WorkFolder folder = new WorkFolder(root, new CopyingFileSystem(crash, false));
        if (survives(() -> writeStep(folder, "new"))) {
          return;
        }
        crash.revive(m);
        kept = survives(() -> folder.keepEvidence("total"));
        WorkFolder healthy = new WorkFolder(root, local);
        healthy.recover();
        if (healthy.manifest("total").isPresent()) {
          assertEquals("n = " + n + ", m = " + m, "new", content(root));
        }
      }
    }
  }

  private interface Changes {
    void make() throws IOException;
  }

  private static boolean survives(Changes changes) throws IOException {
    try {
      changes.make();
      return true;
    } catch (CrashingFileSystem.Killed e) {
      return false;
    }
  }

  @Test
  public void aDatasetThatHasNotBeenWrittenIsNamed() throws IOException {
    WorkFolder folder = new WorkFolder(new Path(temporary.newFolder().getPath()), local);
    folder.begin(step);
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> folder.complete(step, "{}"));
    assertEquals("step 'total' has not written its dataset 'report'", refusal.getMessage());
  }
}
