package org.gradus.jobs.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the gate says of a model. Immutable. */
final class Verdict {
  private final List<Check> checks;
  private final String forced;

  /**
   * A verdict.
   *
   * @param forced why the model is published although it is refused, or empty
   */
  Verdict(List<Check> checks, String forced) {
    this.checks = List.copyOf(checks);
    this.forced = forced;
  }

  /** Why the model is not good enough, each without a full stop; empty when it is. */
  List<String> reasons() {
    return checks.stream()
        .filter(check -> !check.passed())
        .map(Check::sentence)
        .collect(Collectors.toList());
  }

  /** Whether the model may be published. */
  boolean lets() {
    return reasons().isEmpty() || !forced.isEmpty();
  }

  /** One line for each check. */
  List<String> lines() {
    return checks.stream()
        .map(check -> (check.passed() ? "passed   " : "refused  ") + check.sentence())
        .collect(Collectors.toList());
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("passed", reasons().isEmpty());
    json.put("forced", reasons().isEmpty() ? null : forced);
    json.put("checks", checks.stream().map(Check::toJson).collect(Collectors.toList()));
    return json;
  }
}
