package org.gradus.model.bkt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.junit.Test;

/**
 * The fit beside others' on the same answers, of 500 simulated students who answer 1 to 10 times.
 *
 * <p>pyBKT 1.4.3 (Badrinath, Wang and Pardos 2021), Python 3.11, on the sequences of {@link
 * #simulate}: {@code Model(seed=42, num_fits=20).fit(data)}, the best of 20 random starts of its
 * EM. The highest likelihood is that of SciPy 1.17.1's Nelder-Mead search from three starts, over
 * the plain forward recursion. No golden value lies at a bound of ours.
 */
public class BktGoldenTest {
  private static final double[] FIRST = {
    0.304887270858, 0.155914610814, 0.204577952793, 0.111181256283
  };
  private static final double[] SECOND = {
    0.584860856668, 0.079155677706, 0.283987308783, 0.049516784462
  };

  /** Of parameters. On the first set pyBKT's own lie .002 from those of the highest likelihood. */
  private static final double TOLERANCE = 0.004;

  private static OutcomeSequences simulate(
      long seed, double prior, double learn, double guess, double slip) {
    Random random = new Random(seed);
    OutcomeSequences sequences = new OutcomeSequences();
    for (int student = 0; student < 500; student++) {
      sequences.begin();
      boolean known = random.nextDouble() < prior;
      for (int left = 1 + random.nextInt(10); left > 0; left--) {
        sequences.add(random.nextDouble() < (known ? 1 - slip : guess));
        known |= random.nextDouble() < learn;
      }
    }
    return sequences;
  }

  private static void assertFittedAs(double[] pyBkt, double highest, OutcomeSequences sequences) {
    BktParameters theirs = new BktParameters(pyBkt[0], pyBkt[1], pyBkt[2], pyBkt[3]);
    BktParameters ours = BktFit.fit(sequences);
    double likelihood = BktFit.logLikelihood(sequences, ours);
    assertTrue(
        ours + " with " + likelihood, likelihood >= BktFit.logLikelihood(sequences, theirs) - 0.01);
    assertEquals(highest, likelihood, 0.02);
    assertEquals(ours.toString(), theirs.prior(), ours.prior(), TOLERANCE);
    assertEquals(ours.toString(), theirs.learn(), ours.learn(), TOLERANCE);
    assertEquals(ours.toString(), theirs.guess(), ours.guess(), TOLERANCE);
    assertEquals(ours.toString(), theirs.slip(), ours.slip(), TOLERANCE);
  }

  @Test
  public void theLikelihoodOfGivenParametersIsThatOfAnotherProgram() {
    BktParameters first = new BktParameters(FIRST[0], FIRST[1], FIRST[2], FIRST[3]);
    BktParameters second = new BktParameters(SECOND[0], SECOND[1], SECOND[2], SECOND[3]);
    assertEquals(-1639.5628446481192, BktFit.logLikelihood(sparse(), first), 1e-6);
    assertEquals(-1302.7803716726728, BktFit.logLikelihood(able(), second), 1e-6);
  }

  @Test
  public void parametersAndLikelihoodAreThoseOfPyBkt() {
    assertFittedAs(FIRST, -1639.553374229818, sparse());
    assertFittedAs(SECOND, -1302.7795728540807, able());
  }

  private static OutcomeSequences sparse() {
    return simulate(11, 0.3, 0.15, 0.2, 0.1);
  }

  private static OutcomeSequences able() {
    return simulate(12, 0.6, 0.08, 0.25, 0.05);
  }

  /**
   * Where those who do not know answer 7 of 10 rightly, the likeliest parameters have a guess above
   * a half. Baker, Corbett and Aleven (2008) call that degenerate, and it is not to be had here.
   */
  @Test
  public void guessAndSlipStayBelowAHalfWhereTheLikeliestDoNot() {
    OutcomeSequences guessed = simulate(13, 0.1, 0.1, 0.7, 0.05);
    BktParameters found = BktFit.fit(guessed);
    assertTrue(found.toString(), found.guess() <= 0.5 && found.slip() <= 0.5);
    assertTrue(found.toString(), found.ifKnown(true) > found.ifUnknown(true));
    assertEquals("at the bound", BktParameters.MOST_GUESS, found.guess(), 1e-9);
  }
}
