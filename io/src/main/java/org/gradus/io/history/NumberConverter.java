package org.gradus.io.history;

import org.apache.parquet.io.api.PrimitiveConverter;

/** Receives a column of numbers or truth values; each attempt starts from the value for absent. */
final class NumberConverter extends PrimitiveConverter {
  private final long absent;
  private long whole;
  private float real = Float.NaN;

  NumberConverter(long absent) {
    this.absent = absent;
    this.whole = absent;
  }

  @Override
  public void addBoolean(boolean value) {
    whole = value ? 1 : 0;
  }

  @Override
  public void addInt(int value) {
    whole = value;
  }

  @Override
  public void addLong(long value) {
    whole = value;
  }

  @Override
  public void addFloat(float value) {
    real = value;
  }

  long whole() {
    return whole;
  }

  float real() {
    return real;
  }

  void clear() {
    whole = absent;
    real = Float.NaN;
  }
}
