package org.gradus.model.bkt;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.junit.Test;

public class BktFitTest {
  private static OutcomeSequences simulate(BktParameters truth, int students, int answers) {
    Random random = new Random(5);
    OutcomeSequences sequences = new OutcomeSequences();
    for (int student = 0; student < students; student++) {
      sequences.begin();
      boolean known = random.nextDouble() < truth.prior();
      for (int i = 0; i < answers; i++) {
        sequences.add(random.nextDouble() < (known ? 1 - truth.slip() : truth.guess()));
        known |= random.nextDouble() < truth.learn();
      }
    }
    return sequences;
  }

  private static OutcomeSequences of(String... outcomes) {
    OutcomeSequences sequences = new OutcomeSequences();
    for (String sequence : outcomes) {
      sequences.begin();
      sequence.chars().forEach(outcome -> sequences.add(outcome == '1'));
    }
    return sequences;
  }

  @Test
  public void plantedParametersAreRecovered() {
    BktParameters[] truths = {
      new BktParameters(0.3, 0.15, 0.2, 0.1), new BktParameters(0.6, 0.08, 0.25, 0.05)
    };
    for (BktParameters truth : truths) {
      BktParameters found = BktFit.fit(simulate(truth, 4000, 12));
      assertEquals(found.toString(), truth.prior(), found.prior(), 0.04);
      assertEquals(found.toString(), truth.learn(), found.learn(), 0.02);
      assertEquals(found.toString(), truth.guess(), found.guess(), 0.03);
      assertEquals(found.toString(), truth.slip(), found.slip(), 0.015);
    }
  }

  @Test
  public void aLongRunOfWrongsAfterALongRunOfCorrectsIsFitted() {
    BktParameters found = BktFit.fit(of("1".repeat(300) + "0".repeat(1000), "0101"));
    assertTrue(found.toString(), found.slip() > 0.2);
  }

  @Test
  public void theLikelihoodNeverFalls() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20; trial++) {
      OutcomeSequences sequences = new OutcomeSequences();
      for (int student = 0; student < 15; student++) {
        sequences.begin();
        for (int left = 1 + random.nextInt(9); left > 0; left--) {
          sequences.add(random.nextInt(20) < trial);
        }
      }
      BktParameters parameters = new BktParameters(random.nextDouble(), 0.4, 0.3, 0.3);
      double before = BktFit.logLikelihood(sequences, parameters);
      for (int i = 0; i < 40; i++) {
        parameters = BktFit.next(sequences, parameters);
        double after = BktFit.logLikelihood(sequences, parameters);
        assertTrue(before + " then " + after, after >= before - 1e-9);
        before = after;
      }
    }
  }

  @Test
  public void likelihoodAndExpectationsAgreeWithEveryHiddenPathCounted() {
    BktParameters parameters = new BktParameters(0.35, 0.2, 0.15, 0.1);
    for (String outcomes : new String[] {"1", "0", "011", "1101", "000000", "10110111"}) {
      HiddenPaths paths = new HiddenPaths(parameters, outcomes);
      assertEquals(
          Math.log(paths.likelihood), BktFit.logLikelihood(of(outcomes), parameters), 1e-12);
      BktParameters next = BktFit.next(of(outcomes), parameters);
      BktParameters expected = paths.maximum();
      assertEquals(expected.prior(), next.prior(), 1e-12);
      assertEquals(expected.learn(), next.learn(), 1e-12);
      assertEquals(expected.guess(), next.guess(), 1e-12);
      assertEquals(expected.slip(), next.slip(), 1e-12);
    }
  }

  @Test
  public void longSequencesNeitherOverflowNorUnderflow() {
    String ones = "1".repeat(5000);
    String zeros = "0".repeat(5000);
    for (BktParameters found :
        new BktParameters[] {BktFit.fit(of(ones, zeros)), BktFit.fit(of(zeros + ones))}) {
      assertTrue(found.toString(), found.slip() <= 0.02 && found.guess() <= 0.02);
    }
  }

  @Test
  public void allOfOneOutcomeStaysWithinTheBounds() {
    BktParameters right = BktFit.fit(of("1111", "111", "1"));
    assertEquals(BktParameters.LEAST, right.slip(), 1e-9);
    BktParameters wrong = BktFit.fit(of("0000", "000", "0"));
    assertTrue(new BktState(wrong).predict() < 0.05);
  }

  @Test
  public void nothingToFitGivesTheStart() {
    assertSame(BktFit.start(), BktFit.fit(new OutcomeSequences()));
  }

  /** Corbett and Anderson 1995: prior .5, learn .2, guess .2, slip .1, by hand. */
  @Test
  public void aStateFollowsBayesAndLearns() {
    BktState state = new BktState(new BktParameters(0.5, 0.2, 0.2, 0.1));
    assertEquals(0.5 * 0.9 + 0.5 * 0.2, state.predict(), 1e-15);
    state.observe(true);
    double after = 0.45 / 0.55;
    assertEquals(after + (1 - after) * 0.2, state.known(), 1e-15);
    state.observe(false);
    assertTrue(state.known() < 0.6);
  }

  /** All 2^n paths of known and not known, each with its probability. */
  private static final class HiddenPaths {
    private final BktParameters given;
    private double likelihood;
    private final double[] parts = new double[4];
    private final double[] wholes = new double[4];

    HiddenPaths(BktParameters given, String outcomes) {
      this.given = given;
      for (int path = 0; path < 1 << outcomes.length(); path++) {
        add(path, outcomes);
      }
    }

    private void add(int path, String outcomes) {
      double probability = (path & 1) == 1 ? given.prior() : 1 - given.prior();
      for (int t = 0; t < outcomes.length(); t++) {
        boolean known = (path >> t & 1) == 1;
        boolean correct = outcomes.charAt(t) == '1';
        probability *= known ? given.ifKnown(correct) : given.ifUnknown(correct);
        if (t + 1 < outcomes.length()) {
          boolean next = (path >> (t + 1) & 1) == 1;
          double learn = next ? given.learn() : 1 - given.learn();
          probability *= known ? (next ? 1 : 0) : learn;
        }
      }
      likelihood += probability;
      count(path, outcomes, probability);
    }

    private void count(int path, String outcomes, double probability) {
      tally(0, (path & 1) == 1, probability);
      for (int t = 0; t < outcomes.length(); t++) {
        boolean known = (path >> t & 1) == 1;
        boolean correct = outcomes.charAt(t) == '1';
        tally(known ? 3 : 2, known != correct, probability);
        if (t + 1 < outcomes.length() && !known) {
          tally(1, (path >> (t + 1) & 1) == 1, probability);
        }
      }
    }

    private void tally(int parameter, boolean happened, double probability) {
      parts[parameter] += happened ? probability : 0;
      wholes[parameter] += probability;
    }

    BktParameters maximum() {
      return new BktParameters(
          ratio(0, given.prior()),
          ratio(1, given.learn()),
          ratio(2, given.guess()),
          ratio(3, given.slip()));
    }

    private double ratio(int parameter, double otherwise) {
      return wholes[parameter] > 0 ? parts[parameter] / wholes[parameter] : otherwise;
    }
  }
}
