package org.gradus.jobs.monitor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gradus.io.settings.Key;

/** Something about a day that may not be above a limit. Immutable. */
final class Check {
  private final String what;
  private final String detail;
  private final double value;
  private final double limit;
  private final Key<?> key;

  /**
   * A check.
   *
   * @param what what was measured, a noun
   * @param detail where it comes from, or empty
   */
  Check(String what, String detail, double value, double limit, Key<?> key) {
    this.what = what;
    this.detail = detail.isEmpty() ? "" : " (" + detail + ")";
    this.value = value;
    this.limit = limit;
    this.key = key;
  }

  boolean passed() {
    return value <= limit;
  }

  /** What was found and what is allowed, without a full stop. */
  String sentence() {
    return String.format(
        "%s is %s%s %s may be at most %s (%s)",
        what, number(value), detail, passed() ? "and" : "but", number(limit), key);
  }

  /** Whole, or with three digits behind the point. */
  static String number(double value) {
    boolean whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", what);
    json.put("value", value);
    json.put("atMost", limit);
    json.put("setting", key.name());
    json.put("passed", passed());
    return json;
  }
}
