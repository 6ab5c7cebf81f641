package org.gradus.model.bkt;

/**
 * Fits the four parameters by expectation maximisation (Dempster, Laird and Rubin 1977) within
 * their bounds, from two starts; the more likely end is taken. Each M step maximises within the
 * bounds, so the likelihood never falls. One pass over the outcomes an iteration, 8 bytes for each
 * outcome of the longest sequence.
 */
public final class BktFit {
  private static final BktParameters[] STARTS = {
    new BktParameters(0.5, 0.1, 0.2, 0.1), new BktParameters(0.2, 0.3, 0.1, 0.2)
  };

  private static final int MOST_ITERATIONS = 100;

  /** Gain in log likelihood an outcome below which a search stops, in nats. */
  private static final double LEAST_GAIN = 1e-6;

  private BktFit() {}

  /** Parameters of an exercise that nobody has tried. */
  public static BktParameters start() {
    return STARTS[0];
  }

  /** The most likely parameters found; {@link #start()} without any outcome. */
  public static BktParameters fit(OutcomeSequences sequences) {
    BktParameters best = start();
    double highest = Double.NEGATIVE_INFINITY;
    for (BktParameters from : sequences.size() == 0 ? new BktParameters[0] : STARTS) {
      BktParameters found = climb(sequences, from);
      double reached = logLikelihood(sequences, found);
      if (reached > highest) {
        highest = reached;
        best = found;
      }
    }
    return best;
  }

  private static BktParameters climb(OutcomeSequences sequences, BktParameters from) {
    BktParameters parameters = from;
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      ForwardBackward expectation = expectation(sequences, parameters);
      double reached = expectation.logLikelihood();
      if (reached - before < LEAST_GAIN * sequences.size()) {
        break;
      }
      before = reached;
      parameters = expectation.maximum();
    }
    return parameters;
  }

  /** One iteration of the search: parameters under which the outcomes are at least as likely. */
  static BktParameters next(OutcomeSequences sequences, BktParameters parameters) {
    return expectation(sequences, parameters).maximum();
  }

  /** Log likelihood of all sequences, in nats. */
  public static double logLikelihood(OutcomeSequences sequences, BktParameters parameters) {
    return expectation(sequences, parameters).logLikelihood();
  }

  private static ForwardBackward expectation(OutcomeSequences sequences, BktParameters parameters) {
    ForwardBackward expectation = new ForwardBackward(parameters);
    for (int i = 0; i < sequences.count(); i++) {
      expectation.add(sequences, i);
    }
    return expectation;
  }
}
