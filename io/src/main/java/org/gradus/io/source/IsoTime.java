package org.gradus.io.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads ISO 8601 from bytes: {@code 2006-10-26}, then optionally {@code T} or a blank and {@code
 * 09:52}, {@code 09:52:30} or {@code 09:52:30.0}, then optionally {@code Z}, {@code UTC}, {@code
 * +08}, {@code +0800} or {@code +08:00}. java.time reads one such format at a time, and several
 * times slower.
 */
final class IsoTime {
  private final byte[] bytes;
  private final int to;
  private int at;

  private IsoTime(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    at = from;
  }

  /**
   * The time in milliseconds since 1970, or {@link TimeReader#NOT_A_TIME}.
   *
   * @param zone zone of times that do not name theirs
   */
  static long millis(byte[] bytes, int from, int to, ZoneId zone) {
    try {
      return new IsoTime(bytes, from, to).read(zone);
    } catch (DateTimeException e) {
      return TimeReader.NOT_A_TIME;
    }
  }

  private long read(ZoneId zone) {
    int year = digits(4);
    expect('-');
    int month = digits(2);
    expect('-');
    int day = digits(2);
    if (at == to) {
      return TimeReader.millis(LocalDateTime.of(year, month, day, 0, 0), zone);
    }
    if (bytes[at] != 'T' && bytes[at] != ' ') {
      throw refusal();
    }
    at++;
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    int second = take(':') ? digits(2) : 0;
    int nanos = take('.') || take(',') ? nanos() : 0;
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    return TimeReader.millis(local, zone(zone));
  }

  private int nanos() {
    int nanos = 0;
    int digits = 0;
    for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++, digits++) {
      nanos = digits < 9 ? 10 * nanos + (bytes[at] - '0') : nanos;
    }
    for (int i = digits; i < 9; i++) {
      nanos *= 10;
    }
    if (digits == 0) {
      throw refusal();
    }
    return nanos;
  }

  private ZoneId zone(ZoneId otherwise) {
    while (take(' ')) {
      // 09:52:30 UTC, 09:52:30 +0800
    }
    if (at == to) {
      return otherwise;
    }
    ZoneId zone = take('U') ? utc() : take('Z') ? ZoneOffset.UTC : offset();
    if (at != to) {
      throw refusal();
    }
    return zone;
  }

  private ZoneId utc() {
    expect('T');
    expect('C');
    return ZoneOffset.UTC;
  }

  private ZoneId offset() {
    int sign = take('-') ? -1 : 1;
    if (sign > 0) {
      expect('+');
    }
    int hours = digits(2);
    take(':');
    int minutes = at < to ? digits(2) : 0;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      if (at >= to || bytes[at] < '0' || bytes[at] > '9') {
        throw refusal();
      }
      value = 10 * value + (bytes[at] - '0');
    }
    return value;
  }

  private boolean take(char c) {
    if (at < to && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw refusal();
    }
  }

  private static DateTimeException refusal() {
    return new DateTimeException("not ISO 8601");
  }
}
