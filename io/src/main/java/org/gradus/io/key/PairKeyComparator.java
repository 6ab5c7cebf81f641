package org.gradus.io.key;

import org.apache.hadoop.io.WritableComparator;

/** Orders serialised {@link PairKey}s by first, then second text. */
public final class PairKeyComparator extends WritableComparator {
  private static final int HEADER = 4;

  /** Creates the comparator; Hadoop does so by reflection. */
  public PairKeyComparator() {
    super(PairKey.class, true);
  }

  @Override
  public int compare(
      byte[] left, int leftStart, int leftLength, byte[] right, int rightStart, int rightLength) {
    int byFirst = compareFirst(left, leftStart, right, rightStart);
    if (byFirst != 0) {
      return byFirst;
    }
    int skipped = HEADER + readUnsignedShort(left, leftStart);
    return compareBytes(
        left,
        leftStart + skipped,
        leftLength - skipped,
        right,
        rightStart + skipped,
        rightLength - skipped);
  }

  static int compareFirst(byte[] left, int leftStart, byte[] right, int rightStart) {
    return compareBytes(
        left,
        leftStart + HEADER,
        readUnsignedShort(left, leftStart),
        right,
        rightStart + HEADER,
        readUnsignedShort(right, rightStart));
  }
}
