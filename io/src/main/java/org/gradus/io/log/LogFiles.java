package org.gradus.io.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.gradus.io.settings.SettingsException;

/**
 * The files that an input names: files as they are, folders with all below them, globs. Inside
 * folders and globs names that begin with {@code _} or {@code .} are left out. A file named twice
 * is read once. Folders are listed page by page where the file system can do so.
 */
final class LogFiles {
  private final Configuration configuration;
  private final int mostOfOne;
  private final List<LogFile> files = new ArrayList<>();
  private int enough;

  private LogFiles(Configuration configuration, int mostOfOne) {
    this.configuration = configuration;
    this.mostOfOne = mostOfOne;
  }

  /**
   * All files of the inputs, sorted by path.
   *
   * @param inputs inputs separated by commas; a comma inside braces or behind a backslash is part
   *     of one
   * @throws SettingsException when one of the inputs does not exist or holds no file
   */
  static List<LogFile> list(String inputs, Configuration configuration) throws IOException {
    return some(inputs, Integer.MAX_VALUE, configuration);
  }

  /**
   * The same, but of each input no more files than {@code most}: of a million files in a folder
   * those that are listed first.
   */
  static List<LogFile> some(String inputs, int most, Configuration configuration)
      throws IOException {
    LogFiles found = new LogFiles(configuration, most);
    List<String> names = names(inputs);
    if (names.isEmpty()) {
      throw new SettingsException("--input is not set; name the logs to read.");
    }
    for (String name : names) {
      found.addInput(name);
    }
    return found.sorted();
  }

  private List<LogFile> sorted() {
    files.sort(null);
    List<LogFile> distinct = new ArrayList<>(files.size());
    for (LogFile file : files) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(file)) {
        distinct.add(file);
      }
    }
    return distinct;
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
    boolean any = false;
    enough = (int) Math.min(Integer.MAX_VALUE, (long) files.size() + mostOfOne);
    if (system.exists(path)) {
      any = add(system, system.getFileStatus(path));
    } else {
      FileStatus[] matches = isGlob(name) ? matches(name, path, system) : null;
      if (matches == null) {
        throw new SettingsException("--input " + name + " does not exist; check the path.");
      }
      for (FileStatus match : matches) {
        any |= add(system, match);
      }
    }
    if (!any) {
      throw new SettingsException("--input " + name + " names no file; check the path.");
    }
  }

  private static Path path(String name) {
    try {
      return new Path(name);
    } catch (IllegalArgumentException e) {
      SettingsException refusal =
          new SettingsException(
              name.indexOf(':') < 0
                  ? "--input " + name + " is not a path: " + e.getMessage() + "."
                  : "--input "
                      + name
                      + " has a colon, so what is before it is taken for a file system; if it is"
                      + " part of the file's name write ./"
                      + name
                      + ", or rename the file.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** Hadoop cannot match names with a colon; it says so in an exception with the name. */
  private static FileStatus[] matches(String name, Path glob, FileSystem system)
      throws IOException {
    try {
      return system.globStatus(glob, LogFiles::isShown);
    } catch (IllegalArgumentException e) {
      SettingsException refusal =
          new SettingsException(
              "--input "
                  + name
                  + " cannot be matched with names that have a colon ("
                  + String.valueOf(e.getMessage()).replaceFirst(".*: ", "")
                  + "); rename these files, or give their folder instead of a glob.");
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
      return files.add(LogFile.of(status));
    }
    boolean any = false;
    String folder = status.getPath().toString();
    RemoteIterator<FileStatus> below = system.listStatusIterator(status.getPath());
    while (files.size() < enough && below.hasNext()) {
      FileStatus child = below.next();
      if (child.isFile() && isShown(child.getPath())) {
        any |= files.add(LogFile.of(child, folder));
      } else if (isShown(child.getPath())) {
        any |= add(system, child);
      }
    }
    return any;
  }
}
