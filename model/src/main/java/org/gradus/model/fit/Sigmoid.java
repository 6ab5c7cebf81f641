package org.gradus.model.fit;

/**
 * The logistic function in plain double arithmetic, the same to the last bit on every JVM: {@code
 * Math.exp} is an intrinsic that may differ between JVMs, and {@code StrictMath.exp} costs several
 * times as much.
 *
 * <p>exp(x) = 2^(k/64) exp(r) with k whole and |r| below 0.0055: a table of 64 values and a
 * polynomial of degree 5, relative error below 1e-15.
 */
public final class Sigmoid {
  private static final double STEPS_PER_UNIT = 64 / 0.6931471805599453;
  // ln(2)/64 in two parts, the first with enough zero bits for k times it to be exact.
  private static final double STEP_HIGH = 0.6931471803691238 / 64;
  private static final double STEP_LOW = 1.9082149292705877e-10 / 64;
  private static final double[] POWER_OF_TWO = new double[64];

  static {
    for (int i = 0; i < 64; i++) {
      POWER_OF_TWO[i] = StrictMath.pow(2, i / 64.0);
    }
  }

  private Sigmoid() {}

  /** 1 / (1 + exp(-z)), strictly between 0 and 1 unless |z| exceeds about 36. */
  public static double of(double z) {
    double e = expOfNegative(-Math.abs(z));
    return (z < 0 ? e : 1) / (1 + e);
  }

  /** exp(x) for x from 0 down; exp(-708), which is 3e-308, below -708. */
  static double expOfNegative(double x) {
    double clipped = x < -708 ? -708 : x;
    int k = (int) (clipped * STEPS_PER_UNIT - 0.5);
    double r = (clipped - k * STEP_HIGH) - k * STEP_LOW;
    double r2 = r * r;
    double tail = r2 * (0.5 + r * (1.0 / 6) + r2 * (1.0 / 24 + r * (1.0 / 120)));
    double scale = Double.longBitsToDouble((long) ((k >> 6) + 1023) << 52);
    return POWER_OF_TWO[k & 63] * scale * (1 + (r + tail));
  }
}
