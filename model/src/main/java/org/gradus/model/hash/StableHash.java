package org.gradus.model.hash;

/**
 * A 64-bit hash of a sequence of texts: FNV-1a over their UTF-16 code units, low byte first, each
 * text closed by one zero unit, then the finaliser of SplitMix64 (Steele, Lea and Flood 2014),
 * whose {@link #mix} also draws further words from a hash.
 */
public final class StableHash {
  /** Distance of the inputs of successive words, the golden ratio of SplitMix64. */
  public static final long GAMMA = 0x9E3779B97F4A7C15L;

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private StableHash() {}

  /** Hash of one text. */
  public static long of(String text) {
    return mix(absorb(FNV_OFFSET, text));
  }

  /** Hash of two texts; {@code of("ab", "c")} and {@code of("a", "bc")} differ. */
  public static long of(String first, String second) {
    return mix(absorb(absorb(FNV_OFFSET, first), second));
  }

  /** Hash of three texts. */
  public static long of(String first, String second, String third) {
    return mix(absorb(absorb(absorb(FNV_OFFSET, first), second), third));
  }

  /**
   * The finaliser of SplitMix64: a bijection of 64 bits in which every input bit changes half of
   * the output bits.
   */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A hash as a number from 0 (inclusive) to 1 (exclusive), from its upper 53 bits. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long absorb(long state, String text) {
    long hash = state;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      hash = (hash ^ (unit & 0xFF)) * FNV_PRIME;
      hash = (hash ^ (unit >>> 8)) * FNV_PRIME;
    }
    hash *= FNV_PRIME;
    return hash * FNV_PRIME;
  }
}
