package org.gradus.io.local;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.functional.RemoteIterators;

/**
 * The operations for which Hadoop forks a process when its native library is missing, and listings
 * of folders that do not hold all of a million files.
 */
final class NioRawFileSystem extends RawLocalFileSystem {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final Class<? extends BasicFileAttributes> ATTRIBUTES =
      POSIX ? PosixFileAttributes.class : BasicFileAttributes.class;

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    if (POSIX) {
      String symbols =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
    }
  }

  @Override
  public LocatedFileStatus getFileStatus(Path path) throws IOException {
    File file = pathToFile(path);
    try {
      Path whole = path.makeQualified(getUri(), getWorkingDirectory());
      return new NioFileStatus(
          whole, Files.readAttributes(file.toPath(), ATTRIBUTES), getDefaultBlockSize(path));
    } catch (NoSuchFileException e) {
      throw (IOException)
          new FileNotFoundException("File " + path + " does not exist").initCause(e);
    }
  }

  /**
   * What is in a folder, by name as HDFS lists it; a file is listed alone.
   *
   * @throws FileNotFoundException when there is no such path
   */
  RemoteIterator<LocatedFileStatus> list(Path path) throws IOException {
    LocatedFileStatus status = getFileStatus(path);
    if (status.isFile()) {
      return RemoteIterators.remoteIteratorFromSingleton(status);
    }
    String[] names = pathToFile(path).list();
    if (names == null) {
      throw new IOException("Cannot list " + path + "; check its permissions.");
    }
    Arrays.sort(names);
    return new NioListing(this, path, names);
  }
}
