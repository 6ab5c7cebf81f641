package org.gradus.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;

/**
 * Which column of a log plays a role: {@code user_id}; the first that is there of {@code attempts |
 * answers}; several joined, {@code Problem Name :: Step Name}; the only one that fits {@code
 * KC(*)}. A question mark at the end says that the log may lack it.
 */
final class ColumnChoice {
  private static final Pattern OR = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern AND = Pattern.compile("\\s*::\\s*");
  private static final int[] ABSENT = {};

  private final String role;
  private final String text;
  private final boolean optional;

  /**
   * Reads the choice of a role.
   *
   * @param role name of the setting
   * @param setting its value; empty when no column plays the role
   */
  ColumnChoice(String role, String setting) {
    this.role = role;
    String trimmed = setting.trim();
    optional = trimmed.isEmpty() || trimmed.endsWith("?");
    text = trimmed.endsWith("?") ? trimmed.substring(0, trimmed.length() - 1).trim() : trimmed;
    if (text.indexOf('?') >= 0) {
      throw new SettingsException(
          "The setting '" + role + " = " + setting + "' may have '?' only at its end.");
    }
  }

  String role() {
    return role;
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean isOptional() {
    return optional;
  }

  /** The columns to take from JSON objects: one for each joined part, alternatives kept inside. */
  List<String> paths() {
    return text.isEmpty() ? List.of() : List.of(AND.split(text));
  }

  /**
   * Places of the columns in a header, empty when the header lacks them.
   *
   * @throws DataException when several columns fit a pattern with {@code *}
   */
  int[] find(List<String> header) {
    if (text.isEmpty()) {
      return ABSENT; // Not the column without a name that data frames write first.
    }
    if (header.contains(text)) {
      return new int[] {header.indexOf(text)};
    }
    for (String alternative : OR.split(text, 0)) {
      int[] places = findAll(header, AND.split(alternative));
      if (places.length > 0) {
        return places;
      }
    }
    return ABSENT;
  }

  private int[] findAll(List<String> header, String[] names) {
    int[] places = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      places[i] = findOne(header, names[i]);
      if (places[i] < 0) {
        return ABSENT;
      }
    }
    return places;
  }

  private int findOne(List<String> header, String name) {
    int star = name.indexOf('*');
    if (star < 0) {
      return header.indexOf(name);
    }
    List<String> fitting = new ArrayList<>();
    for (String column : header) {
      if (column.startsWith(name.substring(0, star)) && column.endsWith(name.substring(star + 1))) {
        fitting.add(column);
      }
    }
    if (fitting.size() > 1) {
      throw new DataException(
          "columns "
              + String.join(", ", fitting)
              + " all fit '"
              + name
              + "' ("
              + role
              + "), choose one of them"
              + ("exercise".equals(role) ? " with --exercise-column" : ""));
    }
    return fitting.isEmpty() ? -1 : header.indexOf(fitting.get(0));
  }
}
