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
 * Stands for an object store: a rename copies every file and removes it then, one after the other,
 * and a folder is deleted file by file. Single files appear and vanish whole.
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
    for (Path file : files(source)) {
      move(file, new Path(makeQualified(to), source.toUri().relativize(file.toUri()).getPath()));
    }
    return fs.delete(source, true);
  }

  private List<Path> files(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    RemoteIterator<? extends FileStatus> found = fs.listFiles(folder, true);
    while (found.hasNext()) {
      all.add(found.next().getPath());
    }
    all.sort(backwards ? Collections.reverseOrder() : null);
    return all;
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (fs.getFileStatus(path).isDirectory()) {
      for (Path file : files(makeQualified(path))) {
        fs.delete(file, false);
      }
    }
    return fs.delete(path, recursive);
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
