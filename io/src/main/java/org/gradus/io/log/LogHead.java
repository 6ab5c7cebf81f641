package org.gradus.io.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.source.LineParser;
import org.gradus.io.source.Rejection;
import org.gradus.io.source.Source;

/**
 * What the first line of a file says: how to parse the others, and which line is to be skipped as a
 * header wherever it comes again (concatenated files repeat theirs).
 */
final class LogHead {
  private static final byte[] NO_HEADER = {};

  private final LineParser parser;
  private final byte[] header;

  private LogHead(LineParser parser, byte[] header) {
    this.parser = parser;
    this.header = header;
  }

  /** The head of a file, read from its beginning; null when no line has any text. */
  static LogHead read(Path path, Source source, LogCodecs codecs) throws IOException, FileProblem {
    try (LogLines lines = LogLines.open(path, 0, Long.MAX_VALUE, codecs)) {
      while (lines.next()) {
        LogLine line = new LogLine(lines);
        if (!line.isBlank()) {
          return of(line, path, source, null);
        }
      }
      return null;
    }
  }

  /**
   * The head of a file whose first line that is not blank this is.
   *
   * @param last the head of another file, or null; it serves again when both have the same header
   */
  static LogHead of(LogLine line, Path path, Source source, LogHead last) throws FileProblem {
    if (last != null && last.isHeader(line)) {
      last.parser.beginFile(path.toString());
      return last;
    }
    requireText(line);
    try {
      LineParser parser = source.parser(line.bytes(), line.from(), line.to(), path.toString());
      byte[] header =
          parser.hasHeader() ? Arrays.copyOfRange(line.bytes(), line.from(), line.to()) : NO_HEADER;
      return new LogHead(parser, header);
    } catch (DataException e) {
      FileProblem problem = new FileProblem(Rejection.WRONG_HEADER, e.getMessage());
      problem.initCause(e);
      throw problem;
    }
  }

  private static void requireText(LogLine line) throws FileProblem {
    for (int i = line.from(); i < line.to(); i++) {
      byte b = line.bytes()[i];
      if (b >= 0 && b < ' ' && b != '\t' && b != 1) {
        throw new FileProblem(
            Rejection.BINARY_FILE, "byte " + b + " at place " + (i - line.from()));
      }
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.bytes(), line.from(), line.to() - line.from()));
    } catch (CharacterCodingException e) {
      FileProblem problem = new FileProblem(Rejection.BINARY_FILE, "the first line is not UTF-8");
      problem.initCause(e);
      throw problem;
    }
  }

  LineParser parser() {
    return parser;
  }

  boolean isHeader(LogLine line) {
    return header.length > 0
        && Arrays.equals(header, 0, header.length, line.bytes(), line.from(), line.to());
  }
}
