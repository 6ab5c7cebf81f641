package org.gradus.io.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What is in one folder, each looked at when its turn comes; of those that wait only the names are
 * held. Files that have gone in the meantime are left out.
 */
final class NioListing implements RemoteIterator<LocatedFileStatus> {
  private final NioRawFileSystem files;
  private final Path folder;
  private final String[] names;
  private int taken;
  private LocatedFileStatus next;

  NioListing(NioRawFileSystem files, Path folder, String[] names) {
    this.files = files;
    this.folder = folder;
    this.names = names;
  }

  @Override
  public boolean hasNext() throws IOException {
    while (next == null && taken < names.length) {
      try {
        next = files.getFileStatus(new Path(folder, new Path(null, null, names[taken++])));
      } catch (FileNotFoundException gone) {
        next = null;
      }
    }
    return next != null;
  }

  @Override
  public LocatedFileStatus next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("all of " + folder + " has been listed");
    }
    LocatedFileStatus status = next;
    next = null;
    return status;
  }
}
