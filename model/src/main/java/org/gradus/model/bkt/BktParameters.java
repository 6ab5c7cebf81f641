package org.gradus.model.bkt;

/**
 * The four probabilities of Bayesian knowledge tracing. Each is from {@link #LEAST} to 1 - {@link
 * #LEAST}, and guess and slip at most {@link #MOST_GUESS}: beyond, "known" and "not known" change
 * their meaning (Beck and Chang 2007; Baker, Corbett and Aleven 2008 call such fits degenerate).
 * Immutable.
 */
public final class BktParameters {
  /** Least value of every probability; keeps one unlucky outcome from costing everything. */
  public static final double LEAST = 0.01;

  /** Largest guess and slip. */
  public static final double MOST_GUESS = 0.5;

  private final double prior;
  private final double learn;
  private final double guess;
  private final double slip;

  /** Parameters; values outside their bounds are moved to the nearest bound. */
  public BktParameters(double prior, double learn, double guess, double slip) {
    this.prior = within(prior, 1 - LEAST);
    this.learn = within(learn, 1 - LEAST);
    this.guess = within(guess, MOST_GUESS);
    this.slip = within(slip, MOST_GUESS);
  }

  private static double within(double value, double most) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("a probability of knowledge tracing cannot be NaN");
    }
    return Math.max(LEAST, Math.min(most, value));
  }

  /** P(known before the first answer). */
  public double prior() {
    return prior;
  }

  /** P(learned after an answer, if not known before). */
  public double learn() {
    return learn;
  }

  /** P(correct, if not known). */
  public double guess() {
    return guess;
  }

  /** P(wrong, if known). */
  public double slip() {
    return slip;
  }

  /** P(outcome, if known). */
  double ifKnown(boolean correct) {
    return correct ? 1 - slip : slip;
  }

  /** P(outcome, if not known). */
  double ifUnknown(boolean correct) {
    return correct ? guess : 1 - guess;
  }

  @Override
  public String toString() {
    return "prior " + prior + ", learn " + learn + ", guess " + guess + ", slip " + slip;
  }
}
