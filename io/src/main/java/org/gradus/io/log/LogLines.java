package org.gradus.io.log;

import com.github.luben.zstd.ZstdInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CodecPool;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.hadoop.io.compress.SplitCompressionInputStream;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.mapreduce.lib.input.CompressedSplitLineReader;
import org.apache.hadoop.mapreduce.lib.input.SplitLineReader;
import org.apache.hadoop.util.LineReader;
import org.gradus.io.source.Rejection;

/**
 * The lines that begin in one part of a file. A part of a plain or bzip2 file may begin anywhere: a
 * line belongs to the part in which it begins. Lines end with LF, CRLF or CR; what a line holds
 * beyond {@link #LONGEST} bytes is dropped.
 */
final class LogLines implements Closeable {
  /** Most bytes of a line that are kept. */
  static final int LONGEST = 1 << 20;

  private static final int MOST_BUFFER_BYTES = 1 << 17;
  private static final int LEAST_BUFFER_BYTES = 1 << 12;

  private final Path path;
  private final Text line = new Text();
  private StoreStream store;
  private FSDataInputStream file;
  private LineReader lines;
  private Decompressor decompressor;
  private boolean compressed;
  private SplitLineReader bzip2;
  private Seekable bzip2Position;
  private int bufferBytes;
  private long end;
  private long position;
  private long offset;
  private boolean tooLong;

  private LogLines(Path path) {
    this.path = path;
  }

  /** Opens a part of a file; only plain and bzip2 files have parts that do not begin at 0. */
  static LogLines open(Path path, long start, long length, LogCodecs codecs)
      throws IOException, FileProblem {
    LogLines lines = new LogLines(path);
    try {
      lines.store = new StoreStream(path.getFileSystem(codecs.configuration()).open(path));
      lines.file = new FSDataInputStream(lines.store);
      // Small files come by the million, and clearing a large buffer for each takes its time.
      lines.bufferBytes = (int) Math.max(LEAST_BUFFER_BYTES, Math.min(MOST_BUFFER_BYTES, length));
      lines.begin(start, start + length, codecs);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw lines.damage(e);
    }
    return lines;
  }

  private void begin(long start, long newEnd, LogCodecs codecs) throws IOException {
    end = newEnd;
    position = start;
    CompressionCodec codec = codecs.codec(path);
    compressed = codec != null || LogCodecs.isZstandard(path);
    if (codec instanceof SplittableCompressionCodec) {
      beginSplittable((SplittableCompressionCodec) codec, start, codecs.configuration());
    } else if (compressed) {
      lines = new LineReader(decompressed(codec), bufferBytes);
    } else {
      beginPlain(start);
    }
  }

  /** The line that begins at or before the byte in front of this part belongs to another part. */
  private void beginPlain(long start) throws IOException {
    long from = Math.max(0, start - 1);
    file.seek(from);
    lines = new LineReader(file, bufferBytes);
    if (start > 0) {
      position = from + lines.readLine(line, 0);
    }
  }

  private InputStream decompressed(CompressionCodec codec) throws IOException {
    if (codec == null) {
      return new ZstdInputStream(file);
    }
    decompressor = CodecPool.getDecompressor(codec);
    return codec.createInputStream(file, decompressor);
  }

  private void beginSplittable(
      SplittableCompressionCodec codec, long start, Configuration configuration)
      throws IOException {
    decompressor = CodecPool.getDecompressor((CompressionCodec) codec);
    SplitCompressionInputStream in =
        codec.createInputStream(
            file, decompressor, start, end, SplittableCompressionCodec.READ_MODE.BYBLOCK);
    bzip2 = new CompressedSplitLineReader(in, configuration, null);
    bzip2Position = in;
    lines = bzip2;
    end = in.getAdjustedEnd();
    if (in.getAdjustedStart() > 0) {
      lines.readLine(line, 0);
    }
  }

  /**
   * Moves to the next line.
   *
   * @return whether there is one
   * @throws FileProblem when the compressed file is damaged
   * @throws IOException when the file system fails
   */
  boolean next() throws IOException, FileProblem {
    try {
      if (!hasMore()) {
        return false;
      }
      offset = bzip2 == null ? position : bzip2Position.getPos();
      int consumed = lines.readLine(line, LONGEST + 1);
      position += consumed;
      tooLong = line.getLength() > LONGEST;
      return consumed > 0;
    } catch (IOException | RuntimeException e) {
      throw damage(e);
    }
  }

  private boolean hasMore() throws IOException {
    if (bzip2 != null) {
      return bzip2Position.getPos() <= end || bzip2.needAdditionalRecordAfterSplit();
    }
    return compressed || position < end;
  }

  /** What a failure is: decoders report damage as plain IOExceptions or trip over it. */
  private FileProblem damage(Exception e) throws IOException {
    if (store != null && store.failure().isPresent()) {
      throw unreadable(store.failure().get());
    }
    boolean decoder =
        e instanceof EOFException
            || e instanceof ZipException
            || e instanceof com.github.luben.zstd.ZstdIOException
            || e instanceof RuntimeException
            || e.getClass() == IOException.class;
    if (compressed && decoder) {
      return new FileProblem(Rejection.TRUNCATED_FILE, String.valueOf(e.getMessage()));
    }
    if (e instanceof RuntimeException) {
      throw (RuntimeException) e;
    }
    throw (IOException) e;
  }

  /** Whole in itself: what is wrong with the file is known here, and nowhere above. */
  private IOException unreadable(IOException failure) {
    IOException told =
        new IOException(
            String.format(
                "Cannot read %s: %s (%s); mend the file or put it there anew ('hdfs fsck' says"
                    + " which of its blocks are lost)",
                path, failure.getMessage(), failure.getClass().getSimpleName()));
    told.addSuppressed(failure);
    return told;
  }

  /** Bytes of which the first {@link #length} are the line, until {@link #next} is called. */
  byte[] bytes() {
    return line.getBytes();
  }

  int length() {
    return Math.min(LONGEST, line.getLength());
  }

  /** Where the line begins; see {@link LogRecord#offset}. */
  long offset() {
    return offset;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** Bytes of the file read so far, to show progress. */
  long filePosition() throws IOException {
    return compressed ? file.getPos() : position;
  }

  @Override
  public void close() throws IOException {
    try {
      if (lines != null) {
        lines.close();
      } else if (file != null) {
        file.close();
      }
    } finally {
      if (decompressor != null) {
        CodecPool.returnDecompressor(decompressor);
        decompressor = null;
      }
    }
  }
}
