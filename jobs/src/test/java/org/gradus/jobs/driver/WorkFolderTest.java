package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
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
  private static final int MORE_CHANGES_THAN_A_STEP_MAKES = 40;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

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
    try (FSDataOutputStream out = folder.files().create(new Path(output, "total.txt"))) {
      out.writeBytes(content);
    }
    folder.complete(step, content);
  }

  private String content(Path root) throws IOException {
    Path file = new Path(root, "total/total.txt");
    if (!local.exists(file)) {
      return "nothing";
    }
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
  private void killAtEveryInstant(String before) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    boolean survived = false;
    for (int n = 0; !survived; n++) {
      assertTrue("ends some time", n < MORE_CHANGES_THAN_A_STEP_MAKES);
      Path root = new Path(temporary.newFolder().getPath());
      WorkFolder healthy = new WorkFolder(root, local);
      if (!before.equals("nothing")) {
        writeStep(healthy, before);
      }
      WorkFolder crashing = new WorkFolder(root, new CrashingFileSystem(local, n));
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
    killAtEveryInstant("nothing");
  }

  @Test
  public void killedAtAnyInstantTheOldOutputOrTheNewOneIsThere() throws IOException {
    killAtEveryInstant("old");
  }

  /** Recovering may be killed as well. */
  @Test
  public void killedWhileRecoveringItStillRecovers() throws IOException {
    for (int n = 0; n < MORE_CHANGES_THAN_A_STEP_MAKES; n++) {
      for (int m = 0; m < 6; m++) {
        Path root = new Path(temporary.newFolder().getPath());
        WorkFolder healthy = new WorkFolder(root, local);
        writeStep(healthy, "old");
        WorkFolder crashing = new WorkFolder(root, new CrashingFileSystem(local, n));
        if (survives(() -> writeStep(crashing, "new"))) {
          return;
        }
        WorkFolder again = new WorkFolder(root, new CrashingFileSystem(local, m));
        boolean recovered = survives(again::recover);
        assertTrue("recovered: " + recovered, local.exists(root));
        healthy.recover();
        assertEquals("n = " + n + ", m = " + m, "[total]", names(root));
        assertEquals(content(root), healthy.manifest("total").orElse("nothing"));
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
