package org.gradus.io.log;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;

/**
 * How files are compressed, by the ends of their names. Zstandard is not left to Hadoop, whose
 * codec needs native libraries. Made once for many files: finding Hadoop's codecs takes
 * milliseconds.
 */
final class LogCodecs {
  private final Configuration configuration;
  private final CompressionCodecFactory factory;

  LogCodecs(Configuration configuration) {
    this.configuration = configuration;
    factory = new CompressionCodecFactory(configuration);
  }

  Configuration configuration() {
    return configuration;
  }

  static boolean isZstandard(Path path) {
    return path.getName().endsWith(".zst") || path.getName().endsWith(".zstd");
  }

  /** Hadoop's codec of a file; null when it is plain, or Zstandard. */
  CompressionCodec codec(Path path) {
    return isZstandard(path) ? null : factory.getCodec(path);
  }

  /** Whether a file can be read in parts. */
  boolean isSplittable(Path path) {
    CompressionCodec codec = codec(path);
    return codec instanceof SplittableCompressionCodec || (codec == null && !isZstandard(path));
  }
}
