package org.gradus.io.log;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.gradus.io.source.LineParser;
import org.gradus.io.source.Rejection;
import org.gradus.io.source.Source;

/**
 * Reads the parts of files in one split, one after the other. A problem with a file is one record,
 * and reading goes on with the next file; a part that does not begin its file leaves problems of
 * the file's head to the part that does, so that each is told once.
 */
final class LogRecordReader extends RecordReader<NullWritable, LogRecord> {
  private final LogRecord record = new LogRecord();
  private LogCodecs codecs;
  private Source source;
  private LogSplit split;
  private int part = -1;
  private String name = "";
  private long splitBytes;
  private long doneBytes;
  private LogLines lines;
  private LogLine line;
  private LogHead head;
  private LogHead lastHead;
  private boolean pending;

  @Override
  public void initialize(InputSplit inputSplit, TaskAttemptContext context) throws IOException {
    split = (LogSplit) inputSplit;
    splitBytes = split.getLength();
    Configuration configuration = context.getConfiguration();
    codecs = new LogCodecs(configuration);
    source = LogInputFormat.source(configuration);
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    while (lines != null || part + 1 < split.parts()) {
      try {
        if (lines == null) {
          openNextPart();
        }
        if (head != null && readRecord()) {
          return true;
        }
        closePart();
      } catch (FileProblem e) {
        boolean told = head == null && split.start(part) > 0;
        reject(e);
        closePart();
        if (!told) {
          return true;
        }
      }
    }
    return false;
  }

  private void openNextPart() throws IOException, FileProblem {
    part++;
    Path path = split.path(part);
    long start = split.start(part);
    name = path.toString();
    if (start > 0) {
      head = LogHead.read(path, source, codecs);
    }
    lines = LogLines.open(path, start, split.length(part), codecs);
    line = new LogLine(lines);
    if (start == 0) {
      pending = findText();
      head =
          pending ? LogHead.of(line, path, source, lastHead) : LogHead.read(path, source, codecs);
    }
    lastHead = head;
  }

  /** Moves to the first line that is not blank; false when the part has none. */
  private boolean findText() throws IOException, FileProblem {
    while (lines.next()) {
      if (!line.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void closePart() throws IOException {
    doneBytes += split.length(part);
    head = null;
    pending = false;
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }

  private boolean readRecord() throws IOException, FileProblem {
    while (pending || lines.next()) {
      pending = false;
      if (!line.isBlank() && !head.isHeader(line)) {
        fill();
        return true;
      }
    }
    return false;
  }

  private void fill() {
    LineParser parser = head.parser();
    record.moveTo(name, lines.offset());
    record.line(line.bytes(), line.from(), line.to() - line.from());
    if (lines.isTooLong()) {
      record.reject(Rejection.TOO_LONG, "a line over " + LogLines.LONGEST + " bytes");
    } else if (parser.parse(line.bytes(), line.from(), line.to())) {
      record.accept(parser.student(), parser.attempt());
    } else {
      record.reject(parser.rejection(), parser.detail());
    }
  }

  private void reject(FileProblem problem) {
    record.moveTo(name, head == null ? split.start(part) : lines.offset());
    record.reject(problem.rejection(), problem.getMessage());
  }

  @Override
  public NullWritable getCurrentKey() {
    return NullWritable.get();
  }

  @Override
  public LogRecord getCurrentValue() {
    return record;
  }

  @Override
  public float getProgress() throws IOException {
    if (splitBytes == 0) {
      return 0;
    }
    long inPart = lines == null ? 0 : lines.filePosition() - split.start(part);
    return Math.min(1f, (doneBytes + Math.max(0, inPart)) / (float) splitBytes);
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }
}
