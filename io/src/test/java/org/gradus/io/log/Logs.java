package org.gradus.io.log;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;

/** Writes logs into a folder and reads them back. */
final class Logs {
  static final String HEADER = "student_id,exercise_id,correct,order_id\n";

  final Configuration configuration = new Configuration(false);
  final File folder;

  Logs(File folder) {
    this.folder = folder;
    input(folder.getPath());
  }

  Logs input(String input) {
    LogInputFormat.INPUT.set(configuration, input);
    return this;
  }

  File write(String name, byte[]... parts) throws IOException {
    File file = new File(folder, name);
    file.getParentFile().mkdirs();
    Files.write(file.toPath(), join(parts));
    return file;
  }

  File write(String name, String text) throws IOException {
    return write(name, bytes(text));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** Rows {@code s<i>,e,1,<i>}. */
  static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append("s").append(i).append(",e,1,").append(i).append('\n');
    }
    return rows.toString();
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  static byte[] zstd(String text) {
    return Zstd.compress(bytes(text));
  }

  static byte[] bzip2(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BZip2Codec codec = new BZip2Codec();
    Configuration configuration = new Configuration(false);
    configuration.set("io.compression.codec.bzip2.library", "java-builtin");
    configuration.setInt("bzip2.compress.blocksize", 1);
    codec.setConf(configuration);
    try (OutputStream out = codec.createOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  Logs splitBytes(long bytes) {
    configuration.setLong(FileInputFormat.SPLIT_MINSIZE, 1);
    configuration.setLong(FileInputFormat.SPLIT_MAXSIZE, bytes);
    return this;
  }

  List<InputSplit> splits() throws IOException {
    return new LogInputFormat().getSplits(Job.getInstance(configuration));
  }

  /** Each record in words, split by split. */
  List<String> read() throws IOException, InterruptedException {
    Job job = Job.getInstance(configuration);
    List<String> records = new ArrayList<>();
    for (InputSplit split : new LogInputFormat().getSplits(job)) {
      read(split, job.getConfiguration(), records);
    }
    return records;
  }

  private static void read(InputSplit split, Configuration configuration, List<String> records)
      throws IOException, InterruptedException {
    TaskAttemptContext context = new TaskAttemptContextImpl(configuration, new TaskAttemptID());
    LogInputFormat format = new LogInputFormat();
    float progress = 0;
    try (RecordReader<NullWritable, LogRecord> reader = format.createRecordReader(split, context)) {
      reader.initialize(split, context);
      while (reader.nextKeyValue()) {
        records.add(words(reader.getCurrentValue()));
        if (reader.getProgress() < progress || reader.getProgress() > 1) {
          throw new AssertionError(progress + " then " + reader.getProgress());
        }
        progress = reader.getProgress();
      }
    }
  }

  private static String words(LogRecord record) {
    if (record.isAttempt()) {
      return record.student() + " " + record.attempt().order();
    }
    String file = record.file().substring(record.file().lastIndexOf('/') + 1);
    return record.rejection() + " " + file + ":" + record.offset();
  }
}
