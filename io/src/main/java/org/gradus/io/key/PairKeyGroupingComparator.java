package org.gradus.io.key;

import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/** Groups {@link PairKey}s by their first text. */
public final class PairKeyGroupingComparator extends WritableComparator {
  /** Creates the comparator; Hadoop does so by reflection. */
  public PairKeyGroupingComparator() {
    super(PairKey.class, true);
  }

  @Override
  public int compare(
      byte[] left, int leftStart, int leftLength, byte[] right, int rightStart, int rightLength) {
    return PairKeyComparator.compareFirst(left, leftStart, right, rightStart);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public int compare(WritableComparable left, WritableComparable right) {
    return ((PairKey) left).compareFirst((PairKey) right);
  }
}
