package org.gradus.model.simulate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gradus.model.evaluate.Evaluation;
import org.junit.BeforeClass;
import org.junit.Test;

/** What is planted can be found again, within bounds of about four standard errors. */
public class PlantedTruthTest {
  private static final ClassOptions OPTIONS = new ClassOptions();
  private static final List<SimulatedAttempt> ATTEMPTS = new ArrayList<>();
  private static final SimulatedClass CLASS = new SimulatedClass(OPTIONS);

  @BeforeClass
  public static void simulate() {
    for (int i = 0; i < OPTIONS.students(); i++) {
      ATTEMPTS.addAll(CLASS.student(i).attempts());
    }
  }

  private static SummaryStatistics mean(
      Predicate<SimulatedAttempt> which, ToDoubleFunction<SimulatedAttempt> what) {
    SummaryStatistics mean = new SummaryStatistics();
    ATTEMPTS.stream().filter(which).mapToDouble(what).forEach(mean::addValue);
    return mean;
  }

  private static double outcome(SimulatedAttempt attempt) {
    return attempt.attempt().correct() ? 1 : 0;
  }

  @Test
  public void sizesAreAsAskedFor() {
    assertEquals(60_000, ATTEMPTS.size(), 60_000 * 4 * 0.95 / Math.sqrt(1000));
    assertEquals(0.68, mean(a -> true, PlantedTruthTest::outcome).getMean(), 0.06);
  }

  @Test
  public void outcomesFollowTheTrueProbabilitiesInEveryTenth() {
    for (int tenth = 1; tenth < 10; tenth++) {
      double low = tenth / 10.0;
      Predicate<SimulatedAttempt> inside =
          a -> a.trueProbability() >= low && a.trueProbability() < low + 0.1;
      SummaryStatistics outcomes = mean(inside, PlantedTruthTest::outcome);
      double bound = 4 * outcomes.getStandardDeviation() / Math.sqrt((double) outcomes.getN());
      assertEquals(
          mean(inside, SimulatedAttempt::trueProbability).getMean(), outcomes.getMean(), bound);
    }
  }

  @Test
  public void theTrueProbabilitiesAreCalibratedAndBeatTheMean() {
    Evaluation evaluation = new Evaluation();
    for (SimulatedAttempt a : ATTEMPTS) {
      evaluation.add(a.trueProbability(), a.attempt().correct(), a.opportunity(), 0);
    }
    assertTrue(evaluation.calibrationError() < 0.01);
    assertTrue(evaluation.auc() > 0.75);
  }

  @Test
  public void harderExercisesHaveFewerCorrects() {
    double[] difficulty = new double[CLASS.exercises().size()];
    double[] share = new double[difficulty.length];
    for (int i = 0; i < difficulty.length; i++) {
      SimulatedExercise exercise = CLASS.exercises().get(i);
      difficulty[i] = exercise.difficulty();
      share[i] =
          mean(a -> a.attempt().exercise().equals(exercise.name()), PlantedTruthTest::outcome)
              .getMean();
    }
    assertTrue(new PearsonsCorrelation().correlation(difficulty, share) < -0.85);
  }

  @Test
  public void studentsDifferByAbilityAndDeviateAsPlanted() {
    SummaryStatistics ability = new SummaryStatistics();
    SummaryStatistics deviation = new SummaryStatistics();
    SummaryStatistics rate = new SummaryStatistics();
    for (int i = 0; i < OPTIONS.students(); i++) {
      ability.addValue(CLASS.student(i).ability());
      deviation.addValue(CLASS.student(i).deviation(i % 50));
      rate.addValue(CLASS.student(i).learningRate());
    }
    assertEquals(0, ability.getMean(), 0.13);
    assertEquals(1, ability.getStandardDeviation(), 0.09);
    assertEquals(0, deviation.getMean(), 0.07);
    assertEquals(0.5, deviation.getStandardDeviation(), 0.05);
    assertEquals(1, rate.getMean(), 0.07);
  }

  @Test
  public void practiceTeaches() {
    double first = mean(a -> a.opportunity() == 1, PlantedTruthTest::outcome).getMean();
    double tenth = mean(a -> a.opportunity() == 10, PlantedTruthTest::outcome).getMean();
    assertTrue(first + " then " + tenth, tenth > first + 0.05);
  }

  @Test
  public void whatIsHardTakesLongerAndNeedsMoreHints() {
    double hard = mean(a -> a.trueProbability() < 0.4, a -> a.attempt().secondsTaken()).getMean();
    double easy = mean(a -> a.trueProbability() > 0.8, a -> a.attempt().secondsTaken()).getMean();
    assertTrue(hard + " against " + easy, hard > 1.5 * easy);
    double hints = mean(a -> a.trueProbability() < 0.4, a -> a.attempt().hints()).getMean();
    assertTrue(
        hints > 2 * mean(a -> a.trueProbability() > 0.8, a -> a.attempt().hints()).getMean());
  }

  @Test
  public void guessAndSlipBoundTheProbabilities() {
    ClassOptions bounded =
        new ClassOptions()
            .with(ClassOption.GUESS, 0.25)
            .with(ClassOption.SLIP, 0.1)
            .with(ClassOption.STUDENT_SPREAD, 5);
    SummaryStatistics probability = new SummaryStatistics();
    SimulatedClass simulated = new SimulatedClass(bounded);
    for (int i = 0; i < 50; i++) {
      simulated.student(i).attempts().forEach(a -> probability.addValue(a.trueProbability()));
    }
    assertEquals(0.25, probability.getMin(), 0.001);
    assertEquals(0.9, probability.getMax(), 0.001);
  }
}
