package org.gradus.jobs.driver;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Changes to a file system that have been made, or say that they could not be. */
final class FileChanges {
  private final FileSystem files;

  FileChanges(FileSystem files) {
    this.files = files;
  }

  void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("Could not rename " + from + " to " + to + ".");
    }
  }

  /** Removes a file or a folder with all that is in it; nothing when it is not there. */
  void remove(Path path) throws IOException {
    if (files.exists(path) && !files.delete(path, true)) {
      throw new IOException("Could not remove " + path + ".");
    }
  }

  /**
   * Moves a folder by one rename, or file by file what a rename that was cut in the middle has left
   * of it.
   */
  void move(Path from, Path to) throws IOException {
    if (files.exists(from) && !files.exists(to)) {
      rename(from, to);
    } else if (files.exists(from)) {
      for (FileStatus child : files.listStatus(from)) {
        Path target = new Path(to, child.getPath().getName());
        if (child.isDirectory()) {
          move(child.getPath(), target);
        } else {
          remove(target);
          rename(child.getPath(), target);
        }
      }
    }
  }
}
