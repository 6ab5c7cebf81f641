package org.gradus.model.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Many sums of doubles which do not depend on the order in which their terms are added, so that
 * they may be spread over any number of tasks and are the same to the last bit: 128-bit fixed-point
 * numbers with 64 bits behind the point. A term of at least 2^-11 is added exactly, a smaller one
 * with an error below 2^-64 (5.4e-20); sums reach to 2^63 (9.2e18).
 */
final class FixedPointSums {
  private static final double ONE = 0x1p64;
  private static final double HALF = 0x1p63;
  private static final double LARGEST_TERM = 0x1p62;

  private final long[] high;
  private final long[] low;

  /** So many sums, all 0. */
  FixedPointSums(int count) {
    high = new long[count];
    low = new long[count];
  }

  int count() {
    return high.length;
  }

  /**
   * Adds a term to a sum.
   *
   * @throws ArithmeticException if it or the sum is too large or not a number
   */
  void add(int index, double term) {
    double size = Math.abs(term);
    if (!(size < LARGEST_TERM)) {
      throw new ArithmeticException(
          "Cannot add " + term + " to a sum; terms must be below " + LARGEST_TERM + ".");
    }
    long whole = (long) size;
    long part = unsigned((size - whole) * ONE);
    if (term < 0) {
      part = -part;
      whole = part == 0 ? -whole : ~whole;
    }
    add(index, whole, part);
  }

  /** The whole part of a double from 0 to below 2^64, as an unsigned number. */
  private static long unsigned(double value) {
    return value < HALF ? (long) value : (long) (value - HALF) ^ Long.MIN_VALUE;
  }

  private void add(int index, long whole, long part) {
    long sum = low[index] + part;
    long carry = Long.compareUnsigned(sum, part) < 0 ? 1 : 0;
    low[index] = sum;
    high[index] = Math.addExact(high[index], whole + carry);
  }

  /** Adds all sums of another. */
  void add(FixedPointSums other) {
    for (int i = 0; i < high.length; i++) {
      add(i, other.high[i], other.low[i]);
    }
  }

  /** A sum, with a relative error of at most 2^-52. */
  double get(int index) {
    boolean negative = high[index] < 0;
    long part = negative ? -low[index] : low[index];
    long whole = high[index];
    if (negative) {
      whole = part == 0 ? -whole : ~whole;
    }
    double size = whole + ((part >>> 1) * 2.0 + (part & 1)) / ONE;
    return negative ? -size : size;
  }

  void write(DataOutput out) throws IOException {
    for (int i = 0; i < high.length; i++) {
      out.writeLong(high[i]);
      out.writeLong(low[i]);
    }
  }

  void readFields(DataInput in) throws IOException {
    for (int i = 0; i < high.length; i++) {
      high[i] = in.readLong();
      low[i] = in.readLong();
    }
  }
}
