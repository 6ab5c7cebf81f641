package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gradus.model.attempt.Attempt;

/** What one block remembers of one student. Not safe for use by several threads at once. */
public interface BlockState {
  /**
   * Writes the features of a coming answer; changes nothing.
   *
   * @param question what is asked
   * @param out where to write, {@code features().size()} values from {@code offset}; all are 0 on
   *     entry
   * @param offset first index to write to
   */
  void features(Question question, float[] out, int offset);

  /**
   * Takes an answer in.
   *
   * @param question what was asked, as it was known before the answer
   * @param attempt what came of it: the outcome, and where logged the time taken, hints and answers
   */
  void observe(Question question, Attempt attempt);

  /** Writes the state. */
  void write(DataOutput out) throws IOException;

  /** Replaces the state by one that {@link #write} wrote. */
  void read(DataInput in) throws IOException;
}
