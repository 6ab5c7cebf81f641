package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.gradus.io.settings.SettingsException;

/**
 * Reads times as milliseconds since 1970-01-01T00:00Z. {@code auto} takes ISO 8601 (see {@link
 * IsoTime}) and epoch numbers, whose unit follows from their size: seconds below 1e11 (the year
 * 5138), then milliseconds below 1e14, microseconds below 1e17, nanoseconds. Times before 1970 and
 * after the year 9999 are refused.
 */
final class TimeReader {
  /** Returned for what is not a time. */
  static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final long YEAR_10000 = 253_402_300_800_000L;

  private final double millisPerUnit;
  private final boolean iso;
  private final DateTimeFormatter pattern;
  private final ZoneId zone;

  /**
   * Creates a reader.
   *
   * @param format {@code auto}, {@code iso}, {@code epoch-s}, {@code epoch-ms}, {@code epoch-us},
   *     {@code epoch-ns} or a pattern of {@link DateTimeFormatter}
   * @param zone zone of times that do not name theirs
   */
  TimeReader(String format, ZoneId zone) {
    this.zone = zone;
    iso = format.equals("auto") || format.equals("iso");
    millisPerUnit = millisPerUnit(format);
    pattern = iso || !Double.isNaN(millisPerUnit) ? null : pattern(format);
  }

  private static double millisPerUnit(String format) {
    switch (format) {
      case "epoch-s":
        return 1e3;
      case "epoch-ms":
        return 1;
      case "epoch-us":
        return 1e-3;
      case "epoch-ns":
        return 1e-6;
      case "auto":
        return 0;
      default:
        return Double.NaN;
    }
  }

  private static DateTimeFormatter pattern(String format) {
    try {
      return DateTimeFormatter.ofPattern(format, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      SettingsException refusal =
          new SettingsException(
              "The time format '"
                  + format
                  + "' must be auto, iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such"
                  + " as yyyy-MM-dd HH:mm:ss.");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  /** The time in milliseconds, or {@link #NOT_A_TIME}. */
  long millis(byte[] bytes, int from, int to) {
    long millis;
    if (pattern != null) {
      millis = patternMillis(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    } else if (iso && to - from >= 10 && bytes[from + 4] == '-') {
      millis = IsoTime.millis(bytes, from, to, zone);
    } else {
      millis = epochMillis(bytes, from, to);
    }
    return millis >= 0 && millis < YEAR_10000 ? millis : NOT_A_TIME;
  }

  private long epochMillis(byte[] bytes, int from, int to) {
    if (Double.isNaN(millisPerUnit)) {
      return NOT_A_TIME;
    }
    long whole = 0;
    int i = from;
    for (; i < to && i - from < 18 && isDigit(bytes[i]); i++) {
      whole = 10 * whole + (bytes[i] - '0');
    }
    if (i == to && i > from) {
      return scaled(whole);
    }
    double value = i > from ? withFraction(whole, bytes, i, to) : Double.NaN;
    if (Double.isNaN(value)) {
      value = NumberReader.decimal(bytes, from, to);
    }
    return value >= 0 && value < 1e20 ? Math.round(value * factor(value)) : NOT_A_TIME;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The number, when a point and up to nine digits are all that follows; else NaN. */
  private static double withFraction(long whole, byte[] bytes, int point, int to) {
    if (bytes[point] != '.' || to - point > 10) {
      return Double.NaN;
    }
    long fraction = 0;
    long scale = 1;
    for (int i = point + 1; i < to; i++, scale *= 10) {
      if (!isDigit(bytes[i])) {
        return Double.NaN;
      }
      fraction = 10 * fraction + (bytes[i] - '0');
    }
    return whole + (double) fraction / scale;
  }

  private long scaled(long whole) {
    double factor = factor((double) whole);
    if (factor < 1) {
      return whole / Math.round(1 / factor);
    }
    return factor > 1 && whole > Long.MAX_VALUE / 1000 ? NOT_A_TIME : whole * (long) factor;
  }

  private double factor(double value) {
    if (millisPerUnit != 0) {
      return millisPerUnit;
    }
    return value < 1e11 ? 1e3 : value < 1e14 ? 1 : value < 1e17 ? 1e-3 : 1e-6;
  }

  private long patternMillis(String text) {
    try {
      TemporalAccessor parsed =
          pattern.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof Instant) {
        return ((Instant) parsed).toEpochMilli();
      }
      LocalDateTime local =
          parsed instanceof LocalDate
              ? ((LocalDate) parsed).atStartOfDay()
              : (LocalDateTime) parsed;
      return millis(local, zone);
    } catch (DateTimeException e) {
      return NOT_A_TIME;
    }
  }

  static long millis(LocalDateTime local, ZoneId zone) {
    return local.toInstant(zone.getRules().getOffset(local)).toEpochMilli();
  }
}
