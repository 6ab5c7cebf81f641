package org.gradus.io.log;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files whose connection is lost after some bytes, as {@code failing:///path}. */
public final class FailingFileSystem extends RawLocalFileSystem {
  private static final String LIMIT = "test.failing.after-bytes";

  private long afterBytes;

  static void install(Configuration configuration, long afterBytes) {
    configuration.set("fs.failing.impl", FailingFileSystem.class.getName());
    configuration.setBoolean("fs.failing.impl.disable.cache", true);
    configuration.setLong(LIMIT, afterBytes);
  }

  @Override
  public void initialize(URI uri, Configuration configuration) throws IOException {
    super.initialize(uri, configuration);
    afterBytes = configuration.getLong(LIMIT, 0);
  }

  @Override
  public URI getUri() {
    return URI.create("failing:///");
  }

  @Override
  public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
    return new FSDataInputStream(new Failing(super.open(path, bufferBytes)));
  }

  private final class Failing extends FSInputStream {
    private final FSDataInputStream in;

    Failing(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      long left = afterBytes - in.getPos();
      if (left <= 0) {
        throw new IOException("connection lost");
      }
      return in.read(bytes, from, (int) Math.min(length, left));
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
