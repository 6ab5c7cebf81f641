package org.gradus.jobs.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.model.evaluate.DailySums;

/** One monitored day, all exercises together. Immutable. */
final class DayRow {
  private final MonitoredDay head;
  private final DailySums total;
  private final List<String> alerts = new ArrayList<>();

  /** A row of a day and what {@code alerts.json} says of it. */
  DayRow(MonitoredDay day, Map<String, Object> alerts) {
    head = new MonitoredDay(day.date(), day.version());
    total = day.total();
    if (alerts.get("alerts") instanceof List) {
      ((List<?>) alerts.get("alerts")).forEach(alert -> this.alerts.add(String.valueOf(alert)));
    }
  }

  String date() {
    return head.date().toString();
  }

  /** The version that the answers were predicted by. */
  String version() {
    return head.version();
  }

  DailySums total() {
    return total;
  }

  List<String> alerts() {
    return alerts;
  }
}
