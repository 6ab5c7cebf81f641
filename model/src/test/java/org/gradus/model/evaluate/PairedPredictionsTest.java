package org.gradus.model.evaluate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gradus.model.hash.StableHash;
import org.junit.Test;

/** Two models of simulated students, each the true logit with noise of its own. */
public class PairedPredictionsTest {
  private static final int RESAMPLES = 300;

  private static float probability(double logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  /** Answers as {student, correct, first, second}. */
  private static List<float[]> answers(
      long seed, int students, double firstNoise, double secondNoise) {
    Random random = new Random(seed);
    List<float[]> answers = new ArrayList<>();
    for (int student = 0; student < students; student++) {
      double ability = 1.2 * random.nextGaussian();
      double firstBias = firstNoise * random.nextGaussian();
      double secondBias = secondNoise * random.nextGaussian();
      for (int i = 0; i < 5 + random.nextInt(20); i++) {
        double logit = ability + random.nextGaussian();
        boolean correct = random.nextDouble() < probability(logit);
        float first = probability(logit + firstBias);
        float second = probability(logit + secondBias);
        answers.add(new float[] {student, correct ? 1 : 0, first, second});
      }
    }
    return answers;
  }

  private static PairedPredictions pairs(List<float[]> answers) {
    PairedPredictions pairs = new PairedPredictions();
    for (float[] answer : answers) {
      pairs.add(StableHash.of("s" + (int) answer[0]), answer[1] == 1, answer[2], answer[3]);
    }
    return pairs;
  }

  private static MetricComparison compare(List<float[]> answers, ComparedMetric metric) {
    return pairs(answers).compare(RESAMPLES).get(List.of(ComparedMetric.values()).indexOf(metric));
  }

  @Test
  public void theMetricsThemselvesAreThoseOfAnEvaluation() {
    List<float[]> answers = answers(1, 40, 0.5, 1);
    Evaluation evaluation = new Evaluation();
    answers.forEach(answer -> evaluation.add(answer[2], answer[1] == 1, 1, 0));
    List<MetricComparison> comparisons = pairs(answers).compare(1);
    assertEquals(evaluation.auc(), comparisons.get(0).first(), 1e-4);
    assertEquals(evaluation.total().logLoss(), comparisons.get(1).first(), 1e-8);
    assertEquals(evaluation.total().rmse(), comparisons.get(2).first(), 1e-8);
    assertEquals(evaluation.total().accuracy(), comparisons.get(3).first(), 0);
  }

  @Test
  public void aPlantedDifferenceIsFoundByEveryMetric() {
    for (MetricComparison found : pairs(answers(2, 300, 0.1, 1.2)).compare(RESAMPLES)) {
      assertTrue(found.metric() + " " + found.pValue(), found.pValue() < 0.01);
      assertTrue(found.probabilityOfSuperiority() > 0.99);
      boolean higherIsBetter =
          found.metric() == ComparedMetric.AUC || found.metric() == ComparedMetric.ACCURACY;
      assertEquals(higherIsBetter, found.lower() > 0);
      assertEquals(!higherIsBetter, found.upper() < 0);
    }
  }

  @Test
  public void whereThereIsNoDifferenceTheIntervalHoldsZeroNineteenTimesInTwenty() {
    int trials = 200;
    for (ComparedMetric metric : new ComparedMetric[] {ComparedMetric.AUC, ComparedMetric.RMSE}) {
      int covered = 0;
      for (int trial = 0; trial < trials; trial++) {
        MetricComparison found = compare(answers(1000 + trial, 60, 0.6, 0.6), metric);
        covered += found.lower() <= 0 && found.upper() >= 0 ? 1 : 0;
      }
      assertTrue(metric + " " + covered, covered >= 0.90 * trials && covered < trials);
    }
  }

  @Test
  public void pairingGivesAnIntervalNarrowerThanTwoApart() {
    List<float[]> answers = answers(5, 200, 0.3, 0.4);
    List<float[]> againstGuessing = new ArrayList<>();
    for (float[] answer : answers) {
      againstGuessing.add(new float[] {answer[0], answer[1], answer[2], 0.5f});
    }
    MetricComparison paired = compare(answers, ComparedMetric.AUC);
    MetricComparison alone = compare(againstGuessing, ComparedMetric.AUC);
    double pairedWidth = paired.upper() - paired.lower();
    double apartWidth = Math.sqrt(2) * (alone.upper() - alone.lower());
    assertTrue(pairedWidth + " and " + apartWidth, pairedWidth < 0.6 * apartWidth);
  }

  @Test
  public void studentsNotAnswersAreDrawn() {
    List<float[]> answers = answers(6, 100, 0.5, 0.7);
    List<float[]> fourTimes = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      fourTimes.addAll(answers);
    }
    MetricComparison once = compare(answers, ComparedMetric.LOG_LOSS);
    MetricComparison copied = compare(fourTimes, ComparedMetric.LOG_LOSS);
    assertEquals(once.upper() - once.lower(), copied.upper() - copied.lower(), 1e-9);
  }

  @Test
  public void theOrderOfTheAnswersDoesNotMatter() {
    List<float[]> answers = answers(7, 50, 0.5, 0.7);
    List<MetricComparison> before = pairs(answers).compare(RESAMPLES);
    Collections.shuffle(answers, new Random(1));
    List<MetricComparison> after = pairs(answers).compare(RESAMPLES);
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).lower(), after.get(i).lower(), 0);
      assertEquals(before.get(i).upper(), after.get(i).upper(), 0);
      assertEquals(before.get(i).pValue(), after.get(i).pValue(), 0);
    }
  }

  @Test
  public void aModelAgainstItselfIsNeverBetter() {
    List<float[]> same = new ArrayList<>();
    answers(8, 30, 0.5, 0.5)
        .forEach(answer -> same.add(new float[] {answer[0], answer[1], answer[2], answer[2]}));
    for (MetricComparison found : pairs(same).compare(RESAMPLES)) {
      assertEquals(0, found.difference(), 0);
      assertEquals(0.5, found.probabilityOfSuperiority(), 0);
      assertEquals(1, found.pValue(), 0);
    }
  }

  @Test
  public void weightsArePoissonOfMeanOne() {
    int[] counts = new int[4];
    int students = 200;
    for (int resample = 0; resample < 500; resample++) {
      for (int i = 0; i < students; i++) {
        counts[Math.min(3, PairedPredictions.weight(StableHash.of("s" + i), resample))]++;
      }
    }
    double[] expected = {0.3679, 0.3679, 0.1839, 0.0803};
    for (int i = 0; i < counts.length; i++) {
      assertEquals(expected[i], counts[i] / (500.0 * students), 0.01);
    }
  }
}
