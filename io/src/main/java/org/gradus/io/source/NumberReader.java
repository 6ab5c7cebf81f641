package org.gradus.io.source;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads numbers from bytes. Besides plain digits it takes decimals and scientific notation, as
 * spreadsheets and data frames write whole numbers too ({@code 12.0}, {@code 1.35836229E9}).
 */
final class NumberReader {
  /** Returned by {@link #whole} for a text that is not a whole number within 2^53. */
  static final long NOT_WHOLE = Long.MIN_VALUE;

  private static final Set<String> MISSING =
      Set.of("", "NA", "N/A", "NaN", "nan", "NULL", "null", "None", "\\N", ".");
  private static final double LARGEST_EXACT = 9.007199254740992e15;

  private NumberReader() {}

  /** Whether a text stands for a missing number. */
  static boolean isMissing(Fields fields, int column) {
    int length = fields.to(column) - fields.from(column);
    return length == 0 || (length <= 4 && MISSING.contains(fields.text(column)));
  }

  /** A whole number, or {@link #NOT_WHOLE}. */
  static long whole(byte[] bytes, int from, int to) {
    int at = from < to && bytes[from] == '-' ? from + 1 : from;
    if (at < to && to - at <= 18) {
      long value = 0;
      int i = at;
      for (; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
        value = 10 * value + (bytes[i] - '0');
      }
      if (i == to) {
        return at == from ? value : -value;
      }
    }
    double value = decimal(bytes, from, to);
    return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT ? (long) value : NOT_WHOLE;
  }

  /** A finite number, or NaN. */
  static double decimal(byte[] bytes, int from, int to) {
    if (from == to || to - from > 40) {
      return Double.NaN;
    }
    for (int i = from; i < to; i++) {
      if ("0123456789.+-eE".indexOf(bytes[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value =
          Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
