package org.gradus.io.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.gradus.io.settings.UserFile;

/**
 * How to read one kind of log: a properties file, either shipped under a name or the user's own.
 * The shipped files under {@code conf/sources} say what can be set; {@code gradus.properties}
 * explains every setting. Immutable.
 */
public final class Source {
  private static final List<String> NAMES =
      List.of("assistments", "ednet", "edx", "four-column", "gradus", "junyi", "kddcup", "khan");
  private static final int LARGEST_FILE = 1 << 20;

  private final String name;
  private final String text;
  private final SourceSettings settings;

  private Source(String name, String text, SourceSettings settings) {
    this.name = name;
    this.text = text;
    this.settings = settings;
  }

  /** Names of the shipped sources. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A shipped source, or one of the user.
   *
   * @param nameOrPath name of a shipped source, or path (any Hadoop file system, or this machine's
   *     own) of a properties file
   * @throws SettingsException when there is no such source, or its file cannot be used
   */
  public static Source load(String nameOrPath, Configuration configuration) throws IOException {
    if (NAMES.contains(nameOrPath)) {
      return shipped(nameOrPath);
    }
    if (!nameOrPath.endsWith(".properties")) {
      throw new SettingsException(
          "--source '"
              + nameOrPath
              + "' is not a source; there are "
              + String.join(", ", NAMES)
              + " (nearest: "
              + Nearest.of(nameOrPath, NAMES)
              + "), or give the path of a properties file.");
    }
    return parse(nameOrPath, readFile(nameOrPath, configuration));
  }

  private static Source shipped(String name) throws IOException {
    try (InputStream in = Source.class.getResourceAsStream("shipped/" + name + ".properties")) {
      if (in == null) {
        throw new FileNotFoundException("source '" + name + "' is missing from this jar");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String readFile(String file, Configuration configuration) throws IOException {
    Path path = UserFile.find("--source", file, configuration);
    try (InputStream in = path.getFileSystem(configuration).open(path)) {
      return new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
    }
  }

  /**
   * A source from the text of its properties file.
   *
   * @param name name or path, for messages
   * @throws SettingsException when a setting is unknown or has a wrong value
   */
  public static Source parse(String name, String text) throws IOException {
    SourceSettings settings = SourceSettings.read(name, text);
    String base = settings.text("extends", "");
    if (!base.isEmpty()) {
      if (!NAMES.contains(base)) {
        throw new SettingsException(
            "Source '"
                + name
                + "' extends '"
                + base
                + "' but there are only "
                + String.join(", ", NAMES)
                + ".");
      }
      settings = settings.over(shipped(base).settings);
    }
    return new Source(name, text, settings).checked();
  }

  /** The same source with another value for one setting, such as {@code fold}. */
  public Source with(String setting, String value) {
    return new Source(name, text, settings.with(setting, value)).checked();
  }

  /** The same source with its table. */
  public Source with(JoinTable table) {
    return new Source(name, text, settings.with(table));
  }

  /** The table's key and columns, when this source joins one to the log; empty when not. */
  public String joins() {
    String key = settings.text("table.key", "");
    return key.isEmpty() ? "" : key + ", " + settings.text("table.columns", "");
  }

  /**
   * An empty table for this source to join.
   *
   * @param file name of the table's file, for messages
   * @param line bytes that hold its first line, without its end
   * @throws DataException when it lacks a column that this source wants
   */
  public JoinTable newTable(byte[] line, int from, int to, String file) {
    return JoinTable.of(settings, file, line, from, to);
  }

  /** Whether the student's id is, or is part of, the name of the file. */
  public boolean namesStudentsByFile() {
    return settings.list("student", "").contains(AddedColumns.FILE);
  }

  private Source checked() {
    new Schema(settings).check();
    return this;
  }

  /** Name or path. */
  public String name() {
    return name;
  }

  /** Text of its properties file. */
  public String text() {
    return text;
  }

  /**
   * A parser for one file, whose columns follow from the file's first line.
   *
   * @param line bytes that hold the first line that is not blank, without its end
   * @param file name of the file, for messages
   * @throws DataException when the file lacks a column that this source needs
   */
  public LineParser parser(byte[] line, int from, int to, String file) {
    try {
      LineParser parser = new LineParser(new Schema(settings).layout(line, from, to));
      parser.beginFile(file);
      return parser;
    } catch (DataException e) {
      DataException refusal =
          new DataException(
              "Cannot read "
                  + file
                  + " as source '"
                  + name
                  + "': "
                  + e.getMessage()
                  + "; "
                  + advice(line, from, to));
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static String advice(byte[] line, int from, int to) {
    List<String> fitting = fitting(line, from, to);
    return fitting.isEmpty()
        ? "no shipped source fits, so map its columns in a properties file and pass that to"
            + " --source."
        : "its columns fit --source " + String.join(" or ", fitting) + ".";
  }

  /** Names of the shipped sources that a file with this first line fits. */
  static List<String> fitting(byte[] line, int from, int to) {
    List<String> fitting = new ArrayList<>();
    for (String candidate : NAMES) {
      if (fits(candidate, line, from, to)) {
        fitting.add(candidate);
      }
    }
    return fitting;
  }

  private static boolean fits(String candidate, byte[] line, int from, int to) {
    try {
      Schema schema = new Schema(shipped(candidate).settings);
      LineParser parser = new LineParser(schema.layout(line, from, to));
      return parser.hasHeader() || parser.parse(line, from, to);
    } catch (DataException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
