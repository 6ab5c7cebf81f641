package org.gradus.io.log;

import java.util.HashMap;
import java.util.Map;
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
  private final Map<String, Boolean> splittable = new HashMap<>();

  LogCodecs(Configuration configuration) {
    this.configuration = configuration;
    factory = new CompressionCodecFactory(configuration);
  }

  Configuration configuration() {
    return configuration;
  }

  static boolean isZstandard(Path path) {
    return isZstandard(path.getName());
  }

  private static boolean isZstandard(String name) {
    return name.endsWith(".zst") || name.endsWith(".zstd");
  }

  /** Hadoop's codec of a file; null when it is plain, or Zstandard. */
  CompressionCodec codec(Path path) {
    return isZstandard(path) ? null : factory.getCodec(path);
  }

  /** Whether a file of this name can be read in parts. */
  boolean isSplittable(String name) {
    if (isZstandard(name)) {
      return false;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "x" : "x" + name.substring(dot);
    return splittable.computeIfAbsent(
        ending,
        file -> {
          CompressionCodec codec = factory.getCodec(new Path(file));
          return codec == null || codec instanceof SplittableCompressionCodec;
        });
  }
}
