package org.gradus.jobs.driver;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a step's output with their lengths, as its manifest keeps them, to see when some
 * have been removed or cut. Those whose names begin with {@code _} or {@code .}, and the manifest
 * itself, hold no data and are left out.
 */
final class OutputFiles {
  private OutputFiles() {}

  /** Lengths of all files below a folder, by their path in it; none when it is not there. */
  static Map<String, Object> below(Path folder, FileSystem files) throws IOException {
    Map<String, Object> lengths = new TreeMap<>();
    try {
      String root = files.getFileStatus(folder).getPath().toUri().getPath();
      RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
      while (all.hasNext()) {
        FileStatus file = all.next();
        String name = file.getPath().getName();
        if (!name.startsWith("_") && !name.startsWith(".") && !name.equals(Manifest.FILE)) {
          String path = file.getPath().toUri().getPath();
          lengths.put(path.substring(root.length() + 1), file.getLen());
        }
      }
      return lengths;
    } catch (FileNotFoundException e) {
      return Map.of();
    }
  }

  /**
   * The first file of which a manifest tells and that is not there as it tells, with what has
   * happened to it; empty when all are. Older manifests tell of none.
   */
  static String missing(Manifest manifest, Path folder, FileSystem files) throws IOException {
    if (manifest.files().isEmpty()) {
      return "";
    }
    Map<String, Object> there = below(folder, files);
    for (Map.Entry<String, Object> file : manifest.files().entrySet()) {
      Object length = there.get(file.getKey());
      if (!file.getValue().equals(length)) {
        String what = length == null ? "has been removed" : "has another length than was written";
        return folder.getName() + "/" + file.getKey() + " " + what;
      }
    }
    return "";
  }
}
