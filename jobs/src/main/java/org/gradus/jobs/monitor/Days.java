package org.gradus.jobs.monitor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.attempt.Attempt;

/** The days that are monitored, both ends included, in a time zone. Immutable. */
final class Days {
  private final LocalDate from;
  private final LocalDate to;
  private final ZoneId zone;
  private final long firstMillis;
  private final long endMillis;

  private Days(LocalDate from, LocalDate to, ZoneId zone) {
    this.from = from;
    this.to = to;
    this.zone = zone;
    firstMillis = from.atStartOfDay(zone).toInstant().toEpochMilli();
    endMillis = to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /**
   * The days that the settings name.
   *
   * @throws SettingsException when they name none
   */
  static Days of(Configuration configuration) {
    if (!MonitorKeys.FROM.isSet(configuration)) {
      throw new SettingsException("No day is named: add --from YYYY-MM-DD, and --to for several.");
    }
    LocalDate from = date(MonitorKeys.FROM, configuration);
    LocalDate to = MonitorKeys.TO.isSet(configuration) ? date(MonitorKeys.TO, configuration) : from;
    if (to.isBefore(from)) {
      throw new SettingsException(
          "The last day, " + to + " (--to), is before the first, " + from + " (--from).");
    }
    return new Days(from, to, zone(configuration));
  }

  private static LocalDate date(Key<String> key, Configuration configuration) {
    try {
      return LocalDate.parse(key.get(configuration));
    } catch (DateTimeException e) {
      throw refusal(key, configuration, "a day such as 2026-01-31", e);
    }
  }

  private static ZoneId zone(Configuration configuration) {
    try {
      return ZoneId.of(MonitorKeys.TIME_ZONE.get(configuration));
    } catch (DateTimeException e) {
      throw refusal(
          MonitorKeys.TIME_ZONE, configuration, "a time zone such as UTC or Europe/Berlin", e);
    }
  }

  private static SettingsException refusal(
      Key<String> key, Configuration configuration, String wanted, DateTimeException cause) {
    SettingsException refusal =
        new SettingsException(
            key
                + key.option().map(option -> " (" + option + ")").orElse("")
                + " is '"
                + key.get(configuration)
                + "' but must be "
                + wanted
                + ".");
    refusal.addSuppressed(cause);
    return refusal;
  }

  /** Whether an attempt was made on one of them. */
  boolean contain(Attempt attempt) {
    return attempt.epochMillis() >= firstMillis && attempt.epochMillis() < endMillis;
  }

  /** The day of an attempt that has a time. */
  LocalDate of(Attempt attempt) {
    return Instant.ofEpochMilli(attempt.epochMillis()).atZone(zone).toLocalDate();
  }

  /** All of them, oldest first. */
  List<LocalDate> all() {
    return from.datesUntil(to.plusDays(1)).collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }
}
