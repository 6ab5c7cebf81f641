package org.gradus.model.bkt;

/**
 * Expected counts of the hidden states, summed over sequences, under given parameters: the E step
 * (Baum et al. 1970). As knowledge is never forgotten, one number an answer is enough: forwards
 * P(known), backwards the ratio of two likelihoods, neither of which can underflow.
 */
final class ForwardBackward {
  /** Largest P(known): a long run of corrects rounds to 1, which no run of wrongs could undo. */
  private static final double MOST_KNOWN = 1 - 1e-12;

  private final BktParameters parameters;
  private double[] knownBefore = new double[64];

  private double sequences;
  private double knownAtStart;
  private double unknownWithNext;
  private double learned;
  private double known;
  private double slipped;
  private double unknown;
  private double guessed;
  private double logLikelihood;

  ForwardBackward(BktParameters parameters) {
    this.parameters = parameters;
  }

  /** Adds one sequence. */
  void add(OutcomeSequences all, int sequence) {
    int start = all.start(sequence);
    int length = all.end(sequence) - start;
    if (length == 0) {
      return;
    }
    if (knownBefore.length < length) {
      knownBefore = new double[2 * length];
    }
    forward(all, start, length);
    backward(all, start, length);
  }

  /** P(known before answer t | outcomes before t), and the likelihood. */
  private void forward(OutcomeSequences all, int start, int length) {
    double now = parameters.prior();
    double product = 1;
    for (int t = 0; t < length; t++) {
      now = Math.min(now, MOST_KNOWN);
      knownBefore[t] = now;
      boolean correct = all.isCorrect(start + t);
      double withKnowledge = now * parameters.ifKnown(correct);
      double total = withKnowledge + (1 - now) * parameters.ifUnknown(correct);
      product *= total;
      if (product < 1e-200) {
        logLikelihood += StrictMath.log(product);
        product = 1;
      }
      double after = withKnowledge / total;
      now = after + (1 - after) * parameters.learn();
    }
    logLikelihood += StrictMath.log(product);
  }

  /**
   * From the last answer to the first. {@code ahead} is P(outcomes from t | known) over P(outcomes
   * from t | not known); with P(known before t) it gives P(known before t | all outcomes).
   */
  private void backward(OutcomeSequences all, int start, int length) {
    double learn = parameters.learn();
    double ahead = 1;
    for (int t = length - 1; t >= 0; t--) {
      boolean correct = all.isCorrect(start + t);
      double unknownNext = learn * ahead + (1 - learn);
      double learnedHere = learn * ahead / unknownNext;
      ahead = parameters.ifKnown(correct) * ahead / (parameters.ifUnknown(correct) * unknownNext);
      double odds = knownBefore[t] * ahead;
      double probability = odds / (odds + 1 - knownBefore[t]);
      count(correct, probability);
      if (t < length - 1) {
        unknownWithNext += 1 - probability;
        learned += (1 - probability) * learnedHere;
      }
      knownAtStart += t == 0 ? probability : 0;
    }
    sequences++;
  }

  private void count(boolean correct, double probability) {
    known += probability;
    unknown += 1 - probability;
    slipped += correct ? 0 : probability;
    guessed += correct ? 1 - probability : 0;
  }

  /** Log likelihood of the sequences added, in nats. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** The M step: the parameters, within their bounds, that the expected counts make most likely. */
  BktParameters maximum() {
    return new BktParameters(
        ratio(knownAtStart, sequences, parameters.prior()),
        ratio(learned, unknownWithNext, parameters.learn()),
        ratio(guessed, unknown, parameters.guess()),
        ratio(slipped, known, parameters.slip()));
  }

  private static double ratio(double part, double whole, double otherwise) {
    return whole > 0 ? part / whole : otherwise;
  }
}
