package org.gradus.model.fit;

/**
 * The logistic function in plain double arithmetic, the same to the last bit on every JVM; {@code
 * Math.exp} is an intrinsic that may differ between JVMs, {@code StrictMath.exp} does not but costs
 * several times as much.
 */
final class Sigmoid {
  private Sigmoid() {}

  /** exp(x) for x from 0 down; 0 below -708. */
  static double expOfNegative(double x) {
    return StrictMath.exp(x);
  }
}
