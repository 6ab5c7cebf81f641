package org.gradus.io.log;

import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file to read: its path, as folder and name, and its length. Kept small, about 150 bytes, since
 * a log may have a million files. Ordered by path. Immutable.
 */
public final class LogFile implements Comparable<LogFile> {
  private final String folder;
  private final String name;
  private final long length;
  private final long blockBytes;

  /**
   * A file.
   *
   * @param folder its folder; the same object for files of one folder
   * @param blockBytes size of the blocks that it is stored in
   */
  LogFile(String folder, String name, long length, long blockBytes) {
    this.folder = folder;
    this.name = name;
    this.length = length;
    this.blockBytes = blockBytes;
  }

  static LogFile of(FileStatus status) {
    return of(status, String.valueOf(status.getPath().getParent()));
  }

  static LogFile of(FileStatus status, String folder) {
    return new LogFile(folder, status.getPath().getName(), status.getLen(), status.getBlockSize());
  }

  /** Its path. */
  public Path path() {
    return new Path(toString());
  }

  /** Its length in bytes. */
  public long length() {
    return length;
  }

  String folder() {
    return folder;
  }

  String name() {
    return name;
  }

  long blockBytes() {
    return blockBytes;
  }

  @Override
  public int compareTo(LogFile other) {
    return folder.equals(other.folder)
        ? name.compareTo(other.name)
        : toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogFile && compareTo((LogFile) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(folder, name);
  }

  @Override
  public String toString() {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}
