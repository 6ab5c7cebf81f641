package org.gradus.io.log;

import java.nio.charset.StandardCharsets;
import org.gradus.io.source.Rejection;
import org.gradus.model.attempt.Attempt;

/**
 * One non-empty line of a log: either a student's {@link Attempt}, or a {@link Rejection} with the
 * offending value. A problem with a whole file (see {@link Rejection#isFileProblem()}) is one
 * record as well. The record reader fills the same object again for each line, so copy what is to
 * be kept; the texts and the attempt themselves are immutable.
 */
public final class LogRecord {
  private static final int LONGEST_DETAIL = 200;
  private static final int LONGEST_LINE = 4096;
  private static final byte[] NO_BYTES = {};

  private String file = "";
  private long offset;
  private String student;
  private Attempt attempt;
  private Rejection rejection;
  private String detail = "";
  private byte[] bytes = NO_BYTES;
  private int from;
  private int length;

  LogRecord() {}

  /** An attempt, for tests of what reads these records. */
  public static LogRecord ofAttempt(
      String file, long offset, String line, String student, Attempt attempt) {
    LogRecord record = at(file, offset, line);
    record.accept(student, attempt);
    return record;
  }

  /** A rejection, for tests of what reads these records. */
  public static LogRecord ofRejection(
      String file, long offset, String line, Rejection rejection, String detail) {
    LogRecord record = at(file, offset, line);
    record.reject(rejection, detail);
    return record;
  }

  private static LogRecord at(String file, long offset, String line) {
    LogRecord record = new LogRecord();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    record.moveTo(file, offset);
    record.line(bytes, 0, bytes.length);
    return record;
  }

  void moveTo(String newFile, long newOffset) {
    file = newFile;
    offset = newOffset;
    length = 0;
  }

  void line(byte[] newBytes, int newFrom, int newLength) {
    bytes = newBytes;
    from = newFrom;
    length = newLength;
  }

  void accept(String newStudent, Attempt newAttempt) {
    student = newStudent;
    attempt = newAttempt;
    rejection = null;
    detail = "";
  }

  void reject(Rejection newRejection, String newDetail) {
    student = null;
    attempt = null;
    rejection = newRejection;
    detail = cut(newDetail);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
  }

  /** Whether the line is an attempt; otherwise it is a rejection. */
  public boolean isAttempt() {
    return attempt != null;
  }

  /** Id of the student, non-empty; null when this is a rejection. */
  public String student() {
    return student;
  }

  /** The attempt; null when this is a rejection. */
  public Attempt attempt() {
    return attempt;
  }

  /** Why this is no attempt; null when it is one. */
  public Rejection rejection() {
    return rejection;
  }

  /** The offending value, cut to 200 characters; empty when this is an attempt. */
  public String detail() {
    return detail;
  }

  /** Full path of the file. */
  public String file() {
    return file;
  }

  /**
   * Where the line begins, in bytes: of the file when it is plain; of the uncompressed text when it
   * is gzip or Zstandard; of the compressed block when it is bzip2.
   */
  public long offset() {
    return offset;
  }

  /** The raw line without its end, cut to 4,096 bytes; decoded anew at each call. */
  public String line() {
    return new String(bytes, from, Math.min(length, LONGEST_LINE), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return file
        + ":"
        + offset
        + " "
        + (isAttempt() ? student + " " + attempt : rejection + " " + detail);
  }
}
