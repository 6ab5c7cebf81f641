package org.gradus.io.local;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * Hadoop's {@code file:} file system without checksum files and without forked processes; set as
 * {@code fs.file.impl} when jobs run in local mode. Permissions are kept where the file system has
 * POSIX permissions and are those of the default elsewhere.
 */
public final class NioLocalFileSystem extends LocalFileSystem {
  /** Creates the file system; Hadoop calls {@link #initialize}. */
  public NioLocalFileSystem() {
    super(new NioRawFileSystem());
  }

  @Override
  public void initialize(URI uri, Configuration configuration) throws IOException {
    super.initialize(uri, configuration);
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }
}
