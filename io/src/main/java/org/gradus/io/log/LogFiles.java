package org.gradus.io.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.SettingsException;

/**
 * The files that an input names: files as they are, folders with all below them, globs. Inside
 * folders and globs names that begin with {@code _} or {@code .} are left out. A file named twice
 * is read once.
 */
final class LogFiles {
  private final Configuration configuration;
  private final Map<String, FileStatus> files = new TreeMap<>();

  private LogFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * All files of the inputs, sorted by path.
   *
   * @param inputs inputs separated by commas; a comma inside braces or behind a backslash is part
   *     of one
   * @throws SettingsException when one of the inputs does not exist or holds no file
   */
  static List<FileStatus> list(String inputs, Configuration configuration) throws IOException {
    LogFiles found = new LogFiles(configuration);
    List<String> names = names(inputs);
    if (names.isEmpty()) {
      throw new SettingsException("--input is not set; name the logs to read.");
    }
    for (String name : names) {
      found.addInput(name);
    }
    return new ArrayList<>(found.files.values());
  }

  static List<String> names(String inputs) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < inputs.length(); i++) {
      char c = inputs.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '\\' && i + 1 < inputs.length() && inputs.charAt(i + 1) == ',') {
        name.append(inputs.charAt(++i));
      } else if (c == ',' && depth <= 0) {
        names.add(name.toString().trim());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString().trim());
    names.removeIf(String::isEmpty);
    return names;
  }

  private void addInput(String name) throws IOException {
    Path path = path(name);
    FileSystem system = path.getFileSystem(configuration);
    int before = files.size();
    boolean any = false;
    if (system.exists(path)) {
      any = add(system, system.getFileStatus(path));
    } else {
      FileStatus[] matches = isGlob(name) ? system.globStatus(path, LogFiles::isShown) : null;
      if (matches == null) {
        throw new SettingsException("--input " + name + " does not exist; check the path.");
      }
      for (FileStatus match : matches) {
        any |= add(system, match);
      }
    }
    if (!any && files.size() == before) {
      throw new SettingsException("--input " + name + " names no file; check the path.");
    }
  }

  private static Path path(String name) {
    try {
      return new Path(name);
    } catch (IllegalArgumentException e) {
      SettingsException refusal =
          new SettingsException("--input " + name + " is not a path: " + e.getMessage() + ".");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static boolean isGlob(String name) {
    return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static boolean isShown(Path path) {
    return !path.getName().startsWith("_") && !path.getName().startsWith(".");
  }

  private boolean add(FileSystem system, FileStatus status) throws IOException {
    if (status.isFile()) {
      files.put(status.getPath().toString(), status);
      return true;
    }
    boolean any = false;
    FileStatus[] below = system.listStatus(status.getPath(), LogFiles::isShown);
    Arrays.sort(below, Comparator.comparing(FileStatus::getPath));
    for (FileStatus child : below) {
      any |= add(system, child);
    }
    return any;
  }
}
