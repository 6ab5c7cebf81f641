package org.gradus.jobs.forget;

/** How much has been removed; adds up. */
final class Removed {
  private long records;
  private int rewritten;
  private int seen;

  /** Counts a file from which so many records, or none, have been removed. */
  void add(long removed) {
    records += removed;
    rewritten += removed > 0 ? 1 : 0;
    seen++;
  }

  void add(Removed other) {
    records += other.records;
    rewritten += other.rewritten;
    seen += other.seen;
  }

  /**
   * What has been done, in one sentence.
   *
   * @param parts what was counted, such as files
   * @param proof where the proof is
   */
  String told(String parts, String proof) {
    return String.format(
        "%d records of the student removed from %d of %d %s; the proof is in the %s",
        records, rewritten, seen, parts, proof);
  }
}
