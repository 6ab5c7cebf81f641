package org.gradus.io.local;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** The two operations for which Hadoop forks a process when its native library is missing. */
final class NioRawFileSystem extends RawLocalFileSystem {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

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
  public FileStatus getFileStatus(Path path) throws IOException {
    File file = pathToFile(path);
    try {
      return POSIX ? posixStatus(path, file) : plainStatus(path, file);
    } catch (NoSuchFileException e) {
      throw (IOException)
          new FileNotFoundException("File " + path + " does not exist").initCause(e);
    }
  }

  private FileStatus posixStatus(Path path, File file) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file.toPath(), PosixFileAttributes.class, new LinkOption[0]);
    FsPermission permission =
        FsPermission.valueOf("-" + PosixFilePermissions.toString(attributes.permissions()));
    String owner = attributes.owner().getName();
    return status(path, attributes, permission, owner, attributes.group().getName());
  }

  private FileStatus plainStatus(Path path, File file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file.toPath(), BasicFileAttributes.class, new LinkOption[0]);
    FsPermission permission =
        attributes.isDirectory() ? FsPermission.getDirDefault() : FsPermission.getFileDefault();
    return status(path, attributes, permission, System.getProperty("user.name"), "");
  }

  private FileStatus status(
      Path path,
      BasicFileAttributes attributes,
      FsPermission permission,
      String owner,
      String group) {
    return new FileStatus(
        attributes.isDirectory() ? 0 : attributes.size(),
        attributes.isDirectory(),
        1,
        getDefaultBlockSize(path),
        attributes.lastModifiedTime().toMillis(),
        attributes.lastAccessTime().toMillis(),
        permission,
        owner,
        group,
        path.makeQualified(getUri(), getWorkingDirectory()));
  }
}
