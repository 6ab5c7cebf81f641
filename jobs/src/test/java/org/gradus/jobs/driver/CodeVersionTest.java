package org.gradus.jobs.driver;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CodeVersionTest {
  private static final List<String> NAMES =
      List.of("org/gradus/A.class", "org/gradus/b/C.class", "org/other/D.class");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private File folderOf(String content) throws IOException {
    File root = folder.newFolder();
    for (String name : NAMES) {
      Path file = root.toPath().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content + name);
    }
    return root;
  }

  private File jarOf(File root) throws IOException {
    File file = folder.newFile();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file.toPath()))) {
      jar.putNextEntry(new JarEntry("org/gradus/"));
      for (String name : NAMES) {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(root.toPath().resolve(name), jar);
      }
    }
    return file;
  }

  /** {@code hadoop jar} runs the classes of a jar out of a folder that it unpacks it into. */
  @Test
  public void aJarAndTheFolderItIsUnpackedIntoAreTheSame() throws IOException {
    File first = folderOf("x");
    String digest = CodeVersion.digest(first, "org/gradus/");
    assertEquals(digest, CodeVersion.digest(jarOf(first), "org/gradus/"));
    assertNotEquals(digest, CodeVersion.digest(folderOf("y"), "org/gradus/"));
    assertNotEquals(digest, CodeVersion.digest(first, ""));
  }

  @Test
  public void onlyTheProgramsOwnFilesCount() throws IOException {
    File first = folderOf("x");
    String digest = CodeVersion.digest(first, "org/gradus/");
    Files.writeString(first.toPath().resolve("org/other/D.class"), "changed");
    assertEquals(digest, CodeVersion.digest(first, "org/gradus/"));
    assertTrue(CodeVersion.full(), CodeVersion.full().matches("[0-9a-f]{12}"));
    assertEquals("", CodeVersion.beyond(TotalStep.class));
  }
}
