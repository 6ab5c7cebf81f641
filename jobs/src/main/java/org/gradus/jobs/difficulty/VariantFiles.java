package org.gradus.jobs.difficulty;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.gradus.jobs.examples.Variant;

/** The files of a reducer, gzip, one for each variant that has lines, in its folder. */
final class VariantFiles implements Closeable {
  /** About what an open file takes: its own buffers, those of the packer and of the network. */
  static final int BYTES = 256 << 10;

  private final Map<Variant, Writer> open = new HashMap<>();
  private final TaskInputOutputContext<?, ?, ?, ?> context;
  private final GzipCodec codec = new GzipCodec();

  VariantFiles(TaskInputOutputContext<?, ?, ?, ?> context) {
    this.context = context;
    codec.setConf(context.getConfiguration());
  }

  /** The file of a variant; open until all are closed. */
  Writer of(Variant variant) throws IOException, InterruptedException {
    Writer file = open.get(variant);
    if (file == null) {
      file = create(variant);
      open.put(variant, file);
    }
    return file;
  }

  private Writer create(Variant variant) throws IOException, InterruptedException {
    Path file =
        FileOutputFormat.getPathForWorkFile(
            context, variant + "/part", codec.getDefaultExtension());
    return new BufferedWriter(
        new OutputStreamWriter(
            codec.createOutputStream(
                file.getFileSystem(context.getConfiguration()).create(file, false)),
            StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    for (Writer file : open.values()) {
      file.close();
    }
  }
}
