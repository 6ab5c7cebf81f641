package org.gradus.io.local;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.RemoteIterators;

/**
 * Hadoop's {@code file:} file system without checksum files and without forked processes; set as
 * {@code fs.file.impl} when jobs run in local mode. Permissions are kept where the file system has
 * POSIX permissions and are those of the default elsewhere.
 */
public final class NioLocalFileSystem extends LocalFileSystem {
  private final NioRawFileSystem raw;

  /** Creates the file system; Hadoop calls {@link #initialize}. */
  public NioLocalFileSystem() {
    this(new NioRawFileSystem());
  }

  private NioLocalFileSystem(NioRawFileSystem raw) {
    super(raw);
    this.raw = raw;
  }

  @Override
  public void initialize(URI uri, Configuration configuration) throws IOException {
    super.initialize(uri, configuration);
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }

  /** What is in a folder, but checksum files; also behind {@link #listFiles}. */
  @Override
  public RemoteIterator<LocatedFileStatus> listLocatedStatus(Path path) throws IOException {
    return RemoteIterators.filteringRemoteIterator(
        raw.list(path), status -> !isChecksumFile(status.getPath()));
  }

  @Override
  public RemoteIterator<FileStatus> listStatusIterator(Path path) throws IOException {
    return RemoteIterators.typeCastingRemoteIterator(listLocatedStatus(path));
  }
}
