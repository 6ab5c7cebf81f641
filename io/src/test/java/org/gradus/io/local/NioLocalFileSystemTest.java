package org.gradus.io.local;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class NioLocalFileSystemTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final NioLocalFileSystem files = new NioLocalFileSystem();
  private Path file;

  @Before
  public void writeAFile() throws IOException {
    files.initialize(URI.create("file:///"), new Configuration());
    file = new Path(folder.getRoot().getPath(), "a file");
    try (var out = files.create(file)) {
      out.writeBytes("twelve bytes");
    }
  }

  @Test
  public void leavesNoChecksumFile() {
    assertArrayEquals(new String[] {"a file"}, folder.getRoot().list());
  }

  @Test
  public void permissionsAreKept() throws IOException {
    for (short mode : new short[] {0640, 0700, 0444, 0753}) {
      files.setPermission(file, new FsPermission(mode));
      assertEquals(new FsPermission(mode), files.getFileStatus(file).getPermission());
    }
    Path secret = new Path(folder.getRoot().getPath(), "secret");
    files.mkdirs(secret, new FsPermission((short) 0700));
    assertEquals("rwx------", files.getFileStatus(secret).getPermission().toString());
  }

  @Test
  public void statusTellsWhatTheFileIs() throws IOException {
    FileStatus status = files.getFileStatus(file);
    assertEquals(12, status.getLen());
    assertTrue(status.isFile());
    assertEquals(file.makeQualified(URI.create("file:///"), null), status.getPath());
    java.nio.file.Path path = folder.getRoot().toPath().resolve("a file");
    assertEquals(Files.getLastModifiedTime(path).toMillis(), status.getModificationTime());
    assertEquals(Files.getOwner(path).getName(), status.getOwner());
    assertTrue(files.getFileStatus(file.getParent()).isDirectory());
    assertEquals(status, files.listStatus(file.getParent())[0]);
  }

  @Test
  public void whatIsNotThereIsNamed() {
    Path absent = new Path(folder.getRoot().getPath(), "absent");
    FileNotFoundException refusal =
        assertThrows(FileNotFoundException.class, () -> files.getFileStatus(absent));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("absent does not exist"));
  }

  @Test
  public void aFolderIsListedByNameWithoutWhatHasGoneMeanwhile() throws IOException {
    for (String name : List.of("c", "b", ".b.crc", "d")) {
      folder.newFile(name);
    }
    Path root = file.getParent();
    RemoteIterator<FileStatus> listing = files.listStatusIterator(root);
    assertEquals("a file", listing.next().getPath().getName());
    Files.delete(folder.getRoot().toPath().resolve("c"));
    assertEquals("b", listing.next().getPath().getName());
    assertEquals("d", listing.next().getPath().getName());
    assertFalse(listing.hasNext());
    assertThrows(NoSuchElementException.class, listing::next);
  }

  @Test
  public void listedFilesTellTheirOwnersAndBlocksToo() throws IOException {
    files.setPermission(file, new FsPermission((short) 0640));
    LocatedFileStatus listed = files.listFiles(file.getParent(), true).next();
    FileStatus status = files.getFileStatus(file);
    assertEquals(status, listed);
    assertEquals(new FsPermission((short) 0640), listed.getPermission());
    assertEquals(status.getOwner(), listed.getOwner());
    assertEquals(status.getGroup(), listed.getGroup());
    assertEquals("0,12,localhost", listed.getBlockLocations()[0].toString());
    assertEquals(status, files.listStatusIterator(file).next());
    Path absent = new Path(folder.getRoot().getPath(), "absent");
    assertThrows(FileNotFoundException.class, () -> files.listStatusIterator(absent));
  }
}
