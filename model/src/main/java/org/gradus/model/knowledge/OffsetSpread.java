package org.gradus.model.knowledge;

/** How the offsets of items are spread over training attempts. */
final class OffsetSpread {
  private int items;
  private long attempts;
  private double sum;
  private double squares;

  /** Adds an item; one without an offset counts with 0. */
  void add(double offset, long itsAttempts) {
    items += offset == 0 ? 0 : 1;
    attempts += itsAttempts;
    sum += itsAttempts * offset;
    squares += itsAttempts * offset * offset;
  }

  void add(OffsetSpread other) {
    items += other.items;
    attempts += other.attempts;
    sum += other.sum;
    squares += other.squares;
  }

  /** Number of items with an offset. */
  int items() {
    return items;
  }

  /** Standard deviation over the attempts, in logits. */
  double deviation() {
    double mean = attempts == 0 ? 0 : sum / attempts;
    return attempts == 0 ? 0 : Math.sqrt(Math.max(0, squares / attempts - mean * mean));
  }
}
