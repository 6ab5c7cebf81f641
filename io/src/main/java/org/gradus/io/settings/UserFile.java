package org.gradus.io.settings;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A small file that the user names by an option: on any Hadoop file system, or on this machine. */
public final class UserFile {
  private UserFile() {}

  /**
   * Finds it: on the file system that its path names or the default one, else on this machine.
   *
   * @param option the option that names it, for messages
   * @return its path with its file system
   * @throws SettingsException when it is not a file
   */
  public static Path find(String option, String file, Configuration configuration)
      throws IOException {
    Path path = new Path(file);
    FileSystem system = path.getFileSystem(configuration);
    if (!system.exists(path) && path.toUri().getScheme() == null) {
      system = FileSystem.getLocal(configuration);
    }
    if (!system.exists(path) || !system.getFileStatus(path).isFile()) {
      throw new SettingsException(option + " " + file + " is not a file; check the path.");
    }
    return system.makeQualified(path);
  }
}
