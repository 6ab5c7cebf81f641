package org.gradus.jobs.driver;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.gradus.io.local.NioLocalFileSystem;

/**
 * Stands for a process that is killed before its n-th change to the file system, or in the middle
 * of it where that is the deletion of a folder: then folders in it are gone, files are not.
 */
public final class CrashingFileSystem extends FilterFileSystem {
  /** The kill. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int changesLeft;

  /** A file system that is killed when it has made so many changes. */
  public CrashingFileSystem(FileSystem files, int changes) {
    super(files);
    this.changesLeft = changes;
  }

  /** The local file system itself, without checksum files, which would be changes of their own. */
  public static FileSystem local(Configuration configuration) throws IOException {
    configuration.set("fs.file.impl", NioLocalFileSystem.class.getName());
    return ((LocalFileSystem) FileSystem.newInstance(URI.create("file:///"), configuration))
        .getRaw();
  }

  /** Lets a number of further changes happen. */
  void revive(int changes) {
    changesLeft = changes;
  }

  private void change() {
    if (--changesLeft < 0) {
      throw new Killed();
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    change();
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    change();
    return super.mkdirs(path);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    change();
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (changesLeft == 0 && recursive && fs.exists(path) && fs.getFileStatus(path).isDirectory()) {
      for (FileStatus child : fs.listStatus(path)) {
        if (child.isDirectory()) {
          fs.delete(child.getPath(), true);
        }
      }
    }
    change();
    return super.delete(path, recursive);
  }
}
