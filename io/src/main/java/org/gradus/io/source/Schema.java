package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;

/** The columns that a source wants, and how they are found in the first line of a file. */
final class Schema {
  private static final int MOST_COLUMNS = 10_000;

  private final SourceSettings settings;

  Schema(SourceSettings settings) {
    this.settings = settings;
  }

  /**
   * Checks what can be checked without a file.
   *
   * @throws SettingsException when a setting has a wrong value or a needed one is missing
   */
  void check() {
    boolean json = isJson();
    require(has("student") && has("exercise") && has("correct"), "student, exercise and correct");
    require(has("time") || has("order"), "time or for order");
    require(
        json || !header().equals("false") || !columns().isEmpty(), "columns, as it has no header");
    settings.columns("correct");
    splitter(settings, settings.delimiters().charAt(0));
    fewest(columns(), true);
    settings.correctReader();
    settings.timeReader();
    settings.unitsPerSecond();
    settings.skipsEmptyExercise();
  }

  private boolean has(String role) {
    return !settings.column(role).isEmpty();
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new SettingsException(
          "Source '" + settings.source() + "' must name columns for " + what + ".");
    }
  }

  private boolean isJson() {
    return settings.choice("format", "delimited", "json-lines").equals("json-lines");
  }

  private String header() {
    return settings.choice("header", "true", "false", "auto");
  }

  /**
   * The places of the columns in a file.
   *
   * @throws DataException when a needed one is not there; the message is a part of a sentence
   */
  Layout layout(byte[] line, int from, int to) {
    if (isJson()) {
      List<String> paths = paths();
      return new Layout(settings, paths, paths.size(), new JsonSplitter(paths), false);
    }
    String header = header();
    DataException missing = null;
    for (char delimiter : header.equals("false") ? new char[0] : byFields(line, from, to)) {
      Splitter splitter = splitter(settings, delimiter);
      List<String> names = names(splitter, line, from, to);
      try {
        return new Layout(settings, names, fewest(names, true), splitter, true);
      } catch (DataException e) {
        missing = missing == null ? e : missing;
      }
    }
    char delimiter = byFields(line, from, to)[0];
    Splitter splitter = splitter(settings, delimiter);
    List<String> first = names(splitter, line, from, to);
    if (header.equals("true") || (header.equals("auto") && !disjoint(first, columns()))) {
      throw missing;
    }
    return new Layout(settings, columns(), fewest(columns(), false), splitter, false);
  }

  static Splitter splitter(SourceSettings settings, char delimiter) {
    boolean quotes = settings.choice("quotes", "true", "false").equals("true");
    return new DelimitedSplitter((byte) delimiter, quotes);
  }

  /** The delimiters to try, those that give most fields first. */
  private char[] byFields(byte[] line, int from, int to) {
    List<Character> delimiters = new ArrayList<>();
    for (char delimiter : settings.delimiters().toCharArray()) {
      delimiters.add(delimiter);
    }
    delimiters.sort(
        (a, b) ->
            names(splitter(settings, b), line, from, to).size()
                - names(splitter(settings, a), line, from, to).size());
    char[] sorted = new char[delimiters.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = delimiters.get(i);
    }
    return sorted;
  }

  static List<String> names(Splitter splitter, byte[] line, int from, int to) {
    Fields fields = new Fields(MOST_COLUMNS, 0);
    splitter.split(line, from, to, fields);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(fields.count(), MOST_COLUMNS); i++) {
      names.add(fields.text(i));
    }
    return names;
  }

  /** The columns of a file without a header. */
  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (String column : settings.list("columns", "")) {
      columns.add(column.endsWith("?") ? column.substring(0, column.length() - 1) : column);
    }
    return columns;
  }

  private int fewest(List<String> names, boolean hasHeader) {
    if (settings.choice("short-rows", "reject", "accept").equals("accept")) {
      return 1;
    }
    long optional =
        hasHeader
            ? 0
            : settings.list("columns", "").stream().filter(column -> column.endsWith("?")).count();
    return names.size() - (int) optional;
  }

  private static boolean disjoint(List<String> first, List<String> columns) {
    return java.util.Collections.disjoint(first, columns);
  }

  /** What to take from JSON objects. */
  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (String role : Layout.ROLES) {
      settings.columns(role).forEach(column -> paths.addAll(column.paths()));
    }
    for (String filter : settings.namesAfter("drop.")) {
      paths.addAll(new ColumnChoice("drop", filter).paths());
    }
    for (String filter : settings.namesAfter("keep.")) {
      paths.addAll(new ColumnChoice("keep", filter).paths());
    }
    paths.removeAll(AddedColumns.names(settings));
    paths.addAll(settings.column("table.key").paths());
    return paths;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
