package org.gradus.io.log;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
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
  private CombineFileSplit split;
  private int part = -1;
  private long doneBytes;
  private LogLines lines;
  private LogLine line;
  private LogHead head;

  @Override
  public void initialize(InputSplit inputSplit, TaskAttemptContext context) throws IOException {
    split = (CombineFileSplit) inputSplit;
    Configuration configuration = context.getConfiguration();
    codecs = new LogCodecs(configuration);
    source = LogInputFormat.source(configuration);
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    while (lines != null || part + 1 < split.getNumPaths()) {
      try {
        if (lines == null) {
          openNextPart();
        }
        if (head != null && readRecord()) {
          return true;
        }
        closePart();
      } catch (FileProblem e) {
        boolean told = lines == null && split.getOffset(part) > 0;
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
    Path path = split.getPath(part);
    long start = split.getOffset(part);
    record.moveTo(path.toString(), start);
    head = LogHead.read(path, source, codecs);
    lines = LogLines.open(path, start, split.getLength(part), codecs);
    line = new LogLine(lines);
  }

  private void closePart() throws IOException {
    doneBytes += split.getLength(part);
    head = null;
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }

  private boolean readRecord() throws IOException, FileProblem {
    while (lines.next()) {
      if (!line.isBlank() && !head.isHeader(line)) {
        fill();
        return true;
      }
    }
    return false;
  }

  private void fill() {
    LineParser parser = head.parser();
    record.moveTo(split.getPath(part).toString(), lines.offset());
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
    record.moveTo(
        split.getPath(part).toString(), lines == null ? split.getOffset(part) : lines.offset());
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
    if (split == null || split.getLength() == 0) {
      return 0;
    }
    long inPart = lines == null ? 0 : lines.filePosition() - split.getOffset(part);
    return Math.min(1f, (doneBytes + Math.max(0, inPart)) / (float) split.getLength());
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }
}
