package org.gradus.model.simulate;

/**
 * A SplitMix64 stream of random numbers, named by what it is for. The same name gives the same
 * stream on every JVM; different names give unrelated streams.
 */
final class RandomStream {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;
  private double spareGaussian = Double.NaN;

  /** The stream of a seed, a purpose, and whom it concerns, such as (student, exercise). */
  RandomStream(long seed, Purpose purpose, long... whom) {
    add(seed);
    add(purpose.number);
    for (long part : whom) {
      add(part);
    }
  }

  private void add(long part) {
    state = mix(state + GOLDEN + mix(part + GOLDEN));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform from 0 (inclusive) to 1 (exclusive). */
  double uniform() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Uniform from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal, by Marsaglia's polar method. */
  double gaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * scale;
    return x * scale;
  }

  /** Log-normal of the given mean; {@code spread} is the standard deviation of its logarithm. */
  double logNormal(double mean, double spread) {
    return mean * StrictMath.exp(spread * gaussian() - spread * spread / 2);
  }

  /** Exponential of the given mean. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /**
   * Successes, each of probability {@code again}, before the first failure, {@code most} at most.
   */
  int runs(double again, int most) {
    int number = 0;
    while (number < most && uniform() < again) {
      number++;
    }
    return number;
  }
}
