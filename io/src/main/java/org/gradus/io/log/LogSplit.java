package org.gradus.io.log;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;
import org.apache.hadoop.mapreduce.InputSplit;

/**
 * Parts of files that one task reads, in their order. Serialised as the number of parts, then per
 * part the folder (empty for that of the part before), the name, the first byte and the length.
 */
final class LogSplit extends InputSplit implements Writable {
  private final List<LogFile> files = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();
  private String[] hosts = {};

  /** A split without any part; Hadoop makes such ones to read them. */
  LogSplit() {}

  void add(LogFile file, long start, long length) {
    files.add(file);
    starts.add(start);
    lengths.add(length);
  }

  void setHosts(String[] names) {
    hosts = names.clone();
  }

  int parts() {
    return files.size();
  }

  Path path(int part) {
    return files.get(part).path();
  }

  long start(int part) {
    return starts.get(part);
  }

  long length(int part) {
    return lengths.get(part);
  }

  @Override
  public long getLength() {
    return lengths.stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String[] getLocations() {
    return hosts.clone();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVInt(out, parts());
    String folder = "";
    for (int i = 0; i < parts(); i++) {
      LogFile file = files.get(i);
      WritableUtils.writeString(out, file.folder().equals(folder) ? "" : file.folder());
      WritableUtils.writeString(out, file.name());
      WritableUtils.writeVLong(out, starts.get(i));
      WritableUtils.writeVLong(out, lengths.get(i));
      folder = file.folder();
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    files.clear();
    starts.clear();
    lengths.clear();
    String folder = "";
    for (int left = WritableUtils.readVInt(in); left > 0; left--) {
      String other = WritableUtils.readString(in);
      folder = other.isEmpty() ? folder : other;
      String name = WritableUtils.readString(in);
      long start = WritableUtils.readVLong(in);
      add(new LogFile(folder, name, 0, 0), start, WritableUtils.readVLong(in));
    }
  }

  @Override
  public String toString() {
    return parts() == 0
        ? "no files"
        : files.get(0)
            + ":"
            + starts.get(0)
            + "+"
            + lengths.get(0)
            + (parts() == 1 ? "" : " and " + (parts() - 1) + " more");
  }
}
