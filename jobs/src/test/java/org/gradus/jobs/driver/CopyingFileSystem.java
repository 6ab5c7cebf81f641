package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Stands for an object store: a rename copies every file and removes it then, one after the other.
 * Single files appear and vanish whole.
 */
final class CopyingFileSystem extends FilterFileSystem {
  private final boolean backwards;

  /** On top of another one, in alphabetical order of the files or against it. */
  CopyingFileSystem(FileSystem files, boolean backwards) {
    super(files);
    this.backwards = backwards;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    Path source = makeQualified(from);
    if (fs.getFileStatus(source).isFile()) {
      move(source, to);
      return true;
    }
    List<Path> all = new ArrayList<>();
    RemoteIterator<? extends FileStatus> found = fs.listFiles(source, true);
    while (found.hasNext()) {
      all.add(found.next().getPath());
    }
    all.sort(backwards ? Collections.reverseOrder() : null);
    for (Path file : all) {
      move(file, new Path(makeQualified(to), source.toUri().relativize(file.toUri()).getPath()));
    }
    return fs.delete(source, true);
  }

  private void move(Path file, Path to) throws IOException {
    byte[] bytes;
    try (FSDataInputStream in = fs.open(file)) {
      bytes = in.readAllBytes();
    }
    try (FSDataOutputStream out = fs.create(to, true)) {
      out.write(bytes);
    }
    fs.delete(file, false);
  }
}
