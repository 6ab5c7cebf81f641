package org.gradus.io.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.mapreduce.InputSplit;

/**
 * Packs parts of files, in the order in which they come, into splits of about one size: a large
 * file fills several, many small ones share one. A million files of a few kilobytes become some
 * five hundred splits, since each file counts for a little more than it has.
 */
final class LogSplits {
  /**
   * About as many files, however small, are one split. Opening one costs what reading its share of
   * a split does: 64 KB of 128 MB on HDFS, 16 KB of 32 MB on a disk.
   */
  private static final long USUAL_FILES = 2048;

  /** A last part up to this much larger than a split is not cut again. */
  private static final double SLOP = 1.1;

  private final long splitBytes;
  private final long openBytes;
  private final Hosts where;
  private final List<InputSplit> splits = new ArrayList<>();
  private LogSplit split = new LogSplit();
  private LogFile longestFile;
  private long longestStart;
  private long longest;
  private long filled;

  /**
   * No splits yet.
   *
   * @param splitBytes size of a split
   * @param where tells where its longest part is stored, asked once for each split
   */
  LogSplits(long splitBytes, Hosts where) {
    this.splitBytes = splitBytes;
    openBytes = splitBytes / USUAL_FILES;
    this.where = where;
  }

  /** Where a part of a file is stored. */
  interface Hosts {
    /** Names of the machines that hold the byte at {@code offset}. */
    String[] of(LogFile file, long offset) throws IOException;
  }

  void add(LogFile file, boolean splittable) throws IOException {
    long start = 0;
    while (splittable && (file.length() - start) / (double) splitBytes > SLOP) {
      addPart(file, start, splitBytes);
      start += splitBytes;
    }
    addPart(file, start, file.length() - start);
  }

  private void addPart(LogFile file, long start, long length) throws IOException {
    if (filled > 0 && filled + length + openBytes > splitBytes * SLOP + openBytes) {
      endSplit();
    }
    split.add(file, start, length);
    filled += length + openBytes;
    if (length > longest) {
      longest = length;
      longestFile = file;
      longestStart = start;
    }
  }

  private void endSplit() throws IOException {
    split.setHosts(where.of(longestFile, longestStart));
    splits.add(split);
    split = new LogSplit();
    longest = 0;
    filled = 0;
  }

  List<InputSplit> splits() throws IOException {
    if (split.parts() > 0) {
      endSplit();
    }
    return splits;
  }
}
