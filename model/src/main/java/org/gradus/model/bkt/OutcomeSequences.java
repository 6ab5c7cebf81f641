package org.gradus.model.bkt;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The outcomes of many students on one exercise, each a sequence in time order, one after the
 * other: one bit an outcome and four bytes a student. Mutable.
 */
public final class OutcomeSequences {
  private final BitSet outcomes = new BitSet();
  private int[] ends = new int[16];
  private int count;
  private int size;

  /** Starts the sequence of another student; the outcomes that follow are its. */
  public void begin() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = size;
  }

  /** Appends an outcome to the newest sequence. */
  public void add(boolean correct) {
    if (count == 0) {
      throw new IllegalStateException("an outcome needs a sequence; begin() comes first");
    }
    outcomes.set(size++, correct);
    ends[count - 1] = size;
  }

  /** Number of sequences. */
  public int count() {
    return count;
  }

  /** Number of outcomes in all. */
  public int size() {
    return size;
  }

  /** Where a sequence begins among all outcomes. */
  int start(int sequence) {
    return sequence == 0 ? 0 : ends[sequence - 1];
  }

  /** Where it ends, exclusive. */
  int end(int sequence) {
    return ends[sequence];
  }

  boolean isCorrect(int index) {
    return outcomes.get(index);
  }
}
