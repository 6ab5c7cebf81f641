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
    BigInteger digests = BigInteger.ZERO;
    long count = 0;
    long bytes = 0;
    FileStatus[] found = files.globStatus(path);
    for (FileStatus status : found == null ? new FileStatus[0] : found) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(status.getPath(), true);
      while (all.hasNext()) {
        FileStatus file = all.next();
        bytes += file.getLen();
        count++;
        String line = file.getPath() + " " + file.getLen() + " " + file.getModificationTime();
        digests = digests.add(Digest.number(line));
      }
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("path", files.makeQualified(path).toString());
    description.put("files", count);
    description.put("bytes", bytes);
    description.put("digest", Digest.of(digests.toString(16)));
    return description;
  }
}
