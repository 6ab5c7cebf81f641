package org.gradus.jobs.generate;

/**
 * What can befall an attempt's line on its way into a log; also the counters of how often it did.
 * No attempt is ever lost: malformed lines come in addition to the attempt's good one.
 */
public enum Dirt {
  /** The same line once more, in another file where there are several. */
  DUPLICATE(true),
  /** Every field of the line is in quotes. */
  QUOTES(false),
  /** The line ends in a carriage return and a line feed. */
  CRLF(false),
  /** One more line that stops after the third field. */
  TOO_FEW_FIELDS(true),
  /** One more line whose correctness is {@code maybe}. */
  BAD_CORRECT(true),
  /** One more line whose time is {@code yesterday}. */
  BAD_TIME(true),
  /** One more line without a student. */
  EMPTY_STUDENT(true);

  private static final int SHARE_BITS = 24;
  private static final int KIND_BITS = 10;

  private final boolean extraLine;

  Dirt(boolean extraLine) {
    this.extraLine = extraLine;
  }

  /** Whether it adds a line rather than changing the attempt's own. */
  boolean addsLine() {
    return extraLine;
  }

  /** Whether the line that it adds is no attempt. */
  boolean isMalformed() {
    return extraLine && this != DUPLICATE;
  }

  /** What befalls an attempt, or null for nothing: decided by the low 34 bits of its lot. */
  static Dirt of(long lot, double share) {
    if ((lot & ((1 << SHARE_BITS) - 1)) >= share * (1 << SHARE_BITS)) {
      return null;
    }
    long kind = (lot >>> SHARE_BITS) & ((1 << KIND_BITS) - 1);
    return values()[(int) ((kind * values().length) >>> KIND_BITS)];
  }

  /** The file of an attempt: decided by the high 30 bits of its lot. */
  static int shard(long lot, int shards) {
    return (int) ((lot >>> 34) % shards);
  }

  /** Another file than the attempt's where there are several. */
  static int otherShard(long lot, int shards) {
    return shards == 1 ? 0 : (shard(lot, shards) + 1 + shard(lot >>> 8, shards - 1)) % shards;
  }
}
