package org.gradus.io.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;

/**
 * Packs parts of files, in the order in which they come, into splits of about one size: a large
 * file fills several, many small ones share one.
 */
final class LogSplits {
  /** What opening a file costs, in bytes read in the same time. */
  private static final long OPEN_BYTES = 1 << 16;

  /** A last part up to this much larger than a split is not cut again. */
  private static final double SLOP = 1.1;

  private final long splitBytes;
  private final List<InputSplit> splits = new ArrayList<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();
  private String[] hosts = {};
  private long longest;
  private long filled;

  LogSplits(long splitBytes) {
    this.splitBytes = splitBytes;
  }

  /** Where a part of a file is stored. */
  interface Hosts {
    /** Names of the machines that hold the byte at {@code offset}. */
    String[] at(long offset) throws IOException;
  }

  void add(Path path, long length, boolean splittable, Hosts where) throws IOException {
    long start = 0;
    while (splittable && (length - start) / (double) splitBytes > SLOP) {
      addPart(path, start, splitBytes, where);
      start += splitBytes;
    }
    addPart(path, start, length - start, where);
  }

  private void addPart(Path path, long start, long length, Hosts where) throws IOException {
    if (filled > 0 && filled + length + OPEN_BYTES > splitBytes * SLOP + OPEN_BYTES) {
      endSplit();
    }
    paths.add(path);
    starts.add(start);
    lengths.add(length);
    filled += length + OPEN_BYTES;
    if (length > longest) {
      longest = length;
      hosts = where.at(start);
    }
  }

  private void endSplit() {
    splits.add(
        new CombineFileSplit(
            paths.toArray(new Path[0]),
            starts.stream().mapToLong(Long::longValue).toArray(),
            lengths.stream().mapToLong(Long::longValue).toArray(),
            hosts));
    paths.clear();
    starts.clear();
    lengths.clear();
    hosts = new String[0];
    longest = 0;
    filled = 0;
  }

  List<InputSplit> splits() {
    if (!paths.isEmpty()) {
      endSplit();
    }
    return splits;
  }
}
