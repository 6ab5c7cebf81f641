package org.gradus.io.local;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Status of a local file from one look at it. Names of owner and group, permissions and block
 * locations are made when they are asked for: looking up two names takes longer than everything
 * else, and a log may have a million files of which only length and time are of interest.
 */
final class NioFileStatus extends LocatedFileStatus {
  private static final long serialVersionUID = 1L;

  /** Null where the file system has no POSIX permissions. */
  private final transient PosixFileAttributes posix;

  NioFileStatus(Path path, BasicFileAttributes attributes, long blockBytes) {
    super(
        attributes.isDirectory() ? 0 : attributes.size(),
        attributes.isDirectory(),
        1,
        blockBytes,
        attributes.lastModifiedTime().toMillis(),
        attributes.lastAccessTime().toMillis(),
        null,
        System.getProperty("user.name"),
        "",
        null,
        path,
        false,
        false,
        false,
        null);
    posix = attributes instanceof PosixFileAttributes ? (PosixFileAttributes) attributes : null;
  }

  @Override
  public FsPermission getPermission() {
    return posix == null
        ? super.getPermission()
        : FsPermission.valueOf("-" + PosixFilePermissions.toString(posix.permissions()));
  }

  @Override
  public String getOwner() {
    return posix == null ? super.getOwner() : posix.owner().getName();
  }

  @Override
  public String getGroup() {
    return posix == null ? super.getGroup() : posix.group().getName();
  }

  @Override
  public BlockLocation[] getBlockLocations() {
    String[] names = {"localhost"};
    return new BlockLocation[] {new BlockLocation(names, names, 0, getLen())};
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
