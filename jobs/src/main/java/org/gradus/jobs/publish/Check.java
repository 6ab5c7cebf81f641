package org.gradus.jobs.publish;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gradus.io.settings.Key;

/** One thing that the gate looks at. Immutable. */
final class Check {
  private final String what;
  private final String detail;
  private final double value;
  private final double limit;
  private final boolean atMost;
  private final String key;

  private Check(
      String what, String detail, double value, double limit, boolean atMost, String key) {
    this.what = what;
    this.detail = detail;
    this.value = value;
    this.limit = limit;
    this.atMost = atMost;
    this.key = key;
  }

  /** A value that must not be above a limit; one that is not a number does not pass. */
  static Check atMost(String what, String detail, double value, double limit, Key<?> key) {
    return new Check(what, detail, value, limit, true, key.name());
  }

  /** A value that must not be below a limit; one that is not a number does not pass. */
  static Check atLeast(String what, double value, double limit, Key<?> key) {
    return new Check(what, "", value, limit, false, key.name());
  }

  boolean passed() {
    return atMost ? value <= limit : value >= limit;
  }

  /** What was found and what is allowed, without a full stop. */
  String sentence() {
    return String.format(
        "%s is %s%s %s %s %s (%s)",
        what,
        number(value),
        detail,
        passed() ? "and" : "but",
        atMost ? "may be at most" : "must be at least",
        number(limit),
        key);
  }

  /** The form of a number in sentences: whole, or with four digits behind the point. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    String text = String.format(Locale.ROOT, whole ? "%.0f" : "%.4f", value);
    return whole ? text : text.replaceAll("0+$", "").replaceAll("\\.$", ".0");
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", what);
    json.put("value", Double.isNaN(value) ? null : value);
    json.put(atMost ? "atMost" : "atLeast", limit);
    json.put("setting", key);
    json.put("passed", passed());
    return json;
  }
}
