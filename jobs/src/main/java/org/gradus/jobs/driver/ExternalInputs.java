package org.gradus.jobs.driver;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Files outside the work folder, told apart by name, length and time of last change. The digest of
 * many files is that of the sum of theirs, whatever their order, so that a million names need not
 * be kept.
 */
final class ExternalInputs {
  private BigInteger digests = BigInteger.ZERO;
  private long count;
  private long bytes;

  private ExternalInputs() {}

  /** For each path (a file, a folder or a glob): how many files, how long, and a digest. */
  static List<Object> describe(List<String> paths, Configuration configuration) throws IOException {
    List<Object> described = new ArrayList<>();
    for (String path : paths) {
      described.add(describe(new Path(path), configuration));
    }
    return described;
  }

  private static Map<String, Object> describe(Path path, Configuration configuration)
      throws IOException {
    FileSystem files = path.getFileSystem(configuration);
    ExternalInputs inputs = new ExternalInputs();
    for (FileStatus status : found(path, files)) {
      if (status.isFile()) {
        inputs.add(status);
        continue;
      }
      RemoteIterator<LocatedFileStatus> all = files.listFiles(status.getPath(), true);
      while (all.hasNext()) {
        inputs.add(all.next());
      }
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("path", files.makeQualified(path).toString());
    description.put("files", inputs.count);
    description.put("bytes", inputs.bytes);
    description.put("digest", Digest.of(inputs.digests.toString(16)));
    return description;
  }

  /** A name that is there is no glob, whatever characters it has. */
  private static FileStatus[] found(Path path, FileSystem files) throws IOException {
    if (files.exists(path)) {
      return new FileStatus[] {files.getFileStatus(path)};
    }
    FileStatus[] found = files.globStatus(path);
    return found == null ? new FileStatus[0] : found;
  }

  private void add(FileStatus file) {
    bytes += file.getLen();
    count++;
    String line = file.getPath() + " " + file.getLen() + " " + file.getModificationTime();
    digests = digests.add(Digest.number(line));
  }
}
