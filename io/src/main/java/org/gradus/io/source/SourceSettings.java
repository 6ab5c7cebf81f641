package org.gradus.io.source;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gradus.io.settings.SettingsException;

/** The settings of one source, as written in its properties file. Immutable. */
final class SourceSettings {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern SAME = Pattern.compile("\\s*==\\s*");
  private static final Set<String> NAMES =
      Set.of(
          "extends",
          "format",
          "delimiter",
          "quotes",
          "header",
          "columns",
          "short-rows",
          "student",
          "exercise",
          "item",
          "problem-type",
          "correct",
          "correct.true",
          "correct.false",
          "correct.threshold",
          "time",
          "time.format",
          "time.zone",
          "order",
          "seconds-taken",
          "seconds-taken.unit",
          "hints",
          "answers",
          "fold",
          "missing",
          "empty-exercise",
          "table.key",
          "table.columns");

  private final String source;
  private final Map<String, String> values;
  private final JoinTable table;

  private SourceSettings(String source, Map<String, String> values, JoinTable table) {
    this.source = source;
    this.values = values;
    this.table = table;
  }

  /**
   * Reads the text of a properties file.
   *
   * @param source name of the source, for messages
   */
  static SourceSettings read(String source, String text) {
    java.util.Properties properties = new java.util.Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          "Source '" + source + "' is not a properties file: " + e.getMessage() + ".");
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (!NAMES.contains(name) && !name.startsWith("drop.") && !name.startsWith("keep.")) {
        throw new SettingsException(
            "Source '"
                + source
                + "' has an unknown setting '"
                + name
                + "'; the nearest that there is is '"
                + Nearest.of(name, NAMES)
                + "'.");
      }
      values.put(name, properties.getProperty(name).trim());
    }
    return new SourceSettings(source, values, null);
  }

  /** These settings, and those of {@code base} that are not set here. */
  SourceSettings over(SourceSettings base) {
    Map<String, String> all = new TreeMap<>(base.values);
    all.putAll(values);
    return new SourceSettings(source, all, table);
  }

  SourceSettings with(String name, String value) {
    Map<String, String> all = new TreeMap<>(values);
    all.put(name, value);
    return new SourceSettings(source, all, table);
  }

  SourceSettings with(JoinTable joined) {
    return new SourceSettings(source, values, joined);
  }

  /** The table that is joined; null when there is none, or it is not read yet. */
  JoinTable table() {
    return table;
  }

  String source() {
    return source;
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  List<String> list(String name, String otherwise) {
    String text = text(name, otherwise);
    return text.isEmpty() ? List.of() : List.of(COMMA.split(text));
  }

  String choice(String name, String... allowed) {
    String value = text(name, allowed[0]);
    if (!List.of(allowed).contains(value)) {
      throw refusal(name, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  ColumnChoice column(String role) {
    return columns(role).get(0);
  }

  /** The columns of a role: two when it asks whether they are the same, as {@code a == b} does. */
  List<ColumnChoice> columns(String role) {
    List<ColumnChoice> columns = new ArrayList<>();
    for (String side : SAME.split(text(role, ""), -1)) {
      columns.add(new ColumnChoice(role, side));
    }
    if (columns.size() > (role.equals("correct") ? 2 : 1)) {
      throw refusal(role, "one column" + (role.equals("correct") ? ", or two with ==" : ""));
    }
    return columns;
  }

  /** Names, without their prefix, of the settings that begin with it. */
  List<String> namesAfter(String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : values.keySet()) {
      if (name.startsWith(prefix)) {
        names.add(name.substring(prefix.length()));
      }
    }
    return names;
  }

  CorrectReader correctReader() {
    return new CorrectReader(
        list("correct.true", "1, true, t, yes, y"),
        list("correct.false", "0, false, f, no, n"),
        threshold());
  }

  TimeReader timeReader() {
    return new TimeReader(text("time.format", "auto"), zone());
  }

  double unitsPerSecond() {
    return choice("seconds-taken.unit", "s", "ms").equals("ms") ? 1000 : 1;
  }

  boolean skipsEmptyExercise() {
    return choice("empty-exercise", "bad", "skip").equals("skip");
  }

  /** The threshold of partial credit, NaN when there is none. */
  private double threshold() {
    String text = text("correct.threshold", "");
    if (text.isEmpty()) {
      return Double.NaN;
    }
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    double threshold = NumberReader.decimal(bytes, 0, bytes.length);
    if (!(threshold > 0 && threshold <= 1)) {
      throw refusal("correct.threshold", "a number above 0 and up to 1");
    }
    return threshold;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text("time.zone", "UTC"));
    } catch (DateTimeException e) {
      SettingsException refusal = refusal("time.zone", "a time zone such as UTC or Asia/Taipei");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** The delimiters to try, in this order. */
  String delimiters() {
    String text = text("delimiter", "auto");
    switch (text) {
      case "auto":
        return ",\t\u0001;|";
      case "comma":
        return ",";
      case "tab":
        return "\t";
      case "semicolon":
        return ";";
      case "pipe":
        return "|";
      case "ctrl-a":
      case "x01":
        return "\u0001";
      default:
        if (text.length() == 1 && text.charAt(0) < 128) {
          return text;
        }
        throw refusal(
            "delimiter", "auto, comma, tab, semicolon, pipe, ctrl-a or one ASCII character");
    }
  }

  private SettingsException refusal(String name, String allowed) {
    return new SettingsException(
        "Source '"
            + source
            + "' has "
            + name
            + " = '"
            + values.get(name)
            + "' but it must be "
            + allowed
            + ".");
  }
}
