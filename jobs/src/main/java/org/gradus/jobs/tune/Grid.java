package org.gradus.jobs.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.io.settings.SettingsException;

/**
 * Settings and the values to try, as {@code name=value,value;name=value,value}; values that have
 * commas themselves are separated by bars, {@code name=a,b|c}. Immutable.
 */
final class Grid {
  /** What may be tuned; anything else would change the data or who is judged. */
  private static final List<String> TUNABLE =
      List.of("gradus.features.", "gradus.difficulty.", "gradus.prior.", "gradus.train.");

  private final Map<String, List<String>> axes = new LinkedHashMap<>();

  /**
   * Reads a grid.
   *
   * @throws SettingsException when it is not of that form or has a setting that cannot be tuned
   */
  Grid(String text) {
    for (String axis : text.split("\\s*;\\s*", -1)) {
      String[] sides = axis.trim().split("\\s*=\\s*", 2);
      if (sides.length < 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
        throw refusal(axis, "it must be NAME=VALUE,VALUE; separate several settings by ';'");
      }
      if (TUNABLE.stream().noneMatch(sides[0]::startsWith)) {
        throw refusal(axis, "only settings of " + String.join("*, ", TUNABLE) + "* can be tuned");
      }
      String separator = sides[1].contains("|") ? "\\s*\\|\\s*" : "\\s*,\\s*";
      if (axes.put(sides[0], List.of(sides[1].split(separator, -1))) != null) {
        throw refusal(axis, "the setting is there twice");
      }
    }
  }

  private static SettingsException refusal(String axis, String reason) {
    return new SettingsException("--grid cannot have '" + axis + "': " + reason + ".");
  }

  /** All combinations, the last setting changing fastest. */
  List<Map<String, String>> combinations() {
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> start : all) {
        for (String value : axis.getValue()) {
          Map<String, String> combination = new LinkedHashMap<>(start);
          combination.put(axis.getKey(), value);
          longer.add(combination);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Names of the settings, in order. */
  List<String> names() {
    return List.copyOf(axes.keySet());
  }
}
