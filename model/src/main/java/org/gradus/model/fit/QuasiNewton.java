package org.gradus.model.fit;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The limited-memory BFGS method around a given approximation of the Hessian (Nocedal and Wright,
 * Numerical Optimization, algorithm 7.4): with the exact Hessian its first step is Newton's, with a
 * poorer one it learns the difference from the gradients met. Every step is halved until the
 * objective falls.
 */
final class QuasiNewton {
  private static final int MEMORY = 8;
  private static final double SUFFICIENT = 1e-4;

  /** The inverse of an approximate Hessian, as something to multiply by. */
  interface Curvature {
    /** Solves Hessian x = b. */
    double[] solve(double[] b);
  }

  /** A convex function to minimise. */
  interface Objective {
    /** Overwrites {@code gradient} with the gradient at theta and returns the value. */
    double evaluate(double[] theta, double[] gradient);
  }

  private final ArrayDeque<Pair> pairs = new ArrayDeque<>();
  private Objective objective;
  private Curvature curvature;
  private double[] theta;
  private double[] gradient;
  private double value;
  private double[] direction;
  private int evaluations;
  private double rounding;

  QuasiNewton(Objective objective, double[] start, double rounding) {
    restart(objective, start, rounding);
  }

  /**
   * Goes on with another objective (the same one computed more exactly), whose values have relative
   * errors of about {@code newRounding}, from another theta.
   */
  void restart(Objective newObjective, double[] start, double newRounding) {
    objective = newObjective;
    rounding = newRounding;
    theta = start.clone();
    gradient = new double[theta.length];
    value = evaluate(theta, gradient);
    if (curvature != null) {
      aim();
    }
  }

  /** Goes on with another approximation of the Hessian. */
  void use(Curvature newCurvature) {
    curvature = newCurvature;
    pairs.clear();
    aim();
  }

  private double evaluate(double[] at, double[] gradientThere) {
    evaluations++;
    return objective.evaluate(at, gradientThere);
  }

  /** Sets the step to take, minus the approximate inverse Hessian times the gradient. */
  private void aim() {
    double[] q = gradient.clone();
    double[] alpha = new double[pairs.size()];
    int i = alpha.length;
    for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
      Pair pair = newest.next();
      alpha[--i] = dot(pair.step, q) / pair.product;
      addScaled(q, -alpha[i], pair.change);
    }
    direction = curvature.solve(q);
    for (Pair pair : pairs) {
      double beta = dot(pair.change, direction) / pair.product;
      addScaled(direction, alpha[i++] - beta, pair.step);
    }
    for (int j = 0; j < direction.length; j++) {
      direction[j] = -direction[j];
    }
  }

  /** Half the squared Newton decrement: about how far the value lies above the minimum. */
  double gap() {
    return -0.5 * dot(gradient, direction);
  }

  /** Where the whole step would lead. */
  double[] next() {
    return plus(theta, 1, direction);
  }

  /** Takes the step. False, and nothing has changed, if no fraction of it lowers the objective. */
  boolean step() {
    return move(direction);
  }

  /** Moves by {@code step}, or by a half, a quarter ... of it, such that the objective falls. */
  boolean move(double[] step) {
    double slope = dot(gradient, step);
    double[] nextGradient = new double[theta.length];
    for (double scale = 1; -scale * slope > rounding * Math.abs(value); scale *= 0.5) {
      double[] next = plus(theta, scale, step);
      double nextValue = evaluate(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * scale * slope) {
        accept(next, nextValue, nextGradient);
        return true;
      }
    }
    return false;
  }

  private void accept(double[] next, double nextValue, double[] nextGradient) {
    remember(new Pair(plus(next, -1, theta), plus(nextGradient, -1, gradient)));
    theta = next;
    value = nextValue;
    gradient = nextGradient;
    if (curvature != null) {
      aim();
    }
  }

  private void remember(Pair pair) {
    if (pair.product > 0) {
      pairs.addLast(pair);
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  double[] theta() {
    return theta;
  }

  double[] gradient() {
    return gradient;
  }

  double value() {
    return value;
  }

  /** Evaluations of the objectives so far. */
  int evaluations() {
    return evaluations;
  }

  /** a + scale x b */
  static double[] plus(double[] a, double scale, double[] b) {
    double[] sum = a.clone();
    addScaled(sum, scale, b);
    return sum;
  }

  private static void addScaled(double[] out, double scale, double[] a) {
    for (int j = 0; j < out.length; j++) {
      out[j] += scale * a[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** A step taken and how the gradient changed along it. */
  private static final class Pair {
    final double[] step;
    final double[] change;
    final double product;

    Pair(double[] step, double[] change) {
      this.step = step;
      this.change = change;
      this.product = dot(step, change);
    }
  }
}
