package org.gradus.model.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Test;

public final class EvaluationTest {
  private static final double[] PROBABILITIES = {0.9, 0.8, 0.7, 0.6, 0.3, 0.2};
  private static final boolean[] OUTCOMES = {true, true, false, true, false, true};

  private static Evaluation small() {
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < PROBABILITIES.length; i++) {
      evaluation.add(PROBABILITIES[i], OUTCOMES[i], i + 1, 0);
    }
    return evaluation;
  }

  /** By hand: 8 pairs of (correct, wrong), of which .2 loses both and .6 loses to .7. */
  @Test
  public void metricsOfSixPredictionsAreThoseComputedByHand() {
    Evaluation evaluation = small();
    assertEquals(5.0 / 8, evaluation.auc(), 1e-12);
    double logLoss =
        -(Math.log(.9) + Math.log(.8) + Math.log(.3) + Math.log(.6) + Math.log(.7) + Math.log(.2));
    assertEquals(logLoss / 6, evaluation.total().logLoss(), 1e-8);
    double squares = .01 + .04 + .49 + .16 + .09 + .64;
    assertEquals(Math.sqrt(squares / 6), evaluation.total().rmse(), 1e-8);
    assertEquals(4.0 / 6, evaluation.total().accuracy(), 0);
    assertEquals(4.0 / 6, evaluation.total().shareCorrect(), 0);
    assertEquals(3.5 / 6, evaluation.total().meanProbability(), 1e-8);
    assertEquals((.1 + .2 + .7 + .4 + .3 + .8) / 6, evaluation.calibrationError(), 1e-8);
  }

  @Test
  public void calibrationErrorComparesMeansWithinABin() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(0.61, true, 1, 0);
    evaluation.add(0.63, false, 1, 0);
    evaluation.add(0.11, false, 1, 0);
    evaluation.add(0.13, false, 1, 0);
    assertEquals(0.5 * (0.62 - 0.5) + 0.5 * 0.12, evaluation.calibrationError(), 1e-8);
    assertEquals(2, evaluation.calibration().get(12).attempts());
    assertEquals(2, evaluation.calibration().get(2).attempts());
  }

  @Test
  public void aucAgreesWithThePairwiseDefinition() {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<Double> corrects = new ArrayList<>();
      List<Double> wrongs = new ArrayList<>();
      Evaluation evaluation = new Evaluation();
      for (int i = 0; i < 600; i++) {
        // Some predictions are shared, so that ties occur; logits cover the whole range.
        double logit = Math.rint(random.nextGaussian() * 30) / 10;
        double probability = 1 / (1 + Math.exp(-logit));
        boolean correct = random.nextDouble() < probability;
        evaluation.add(probability, correct, 1, 0);
        (correct ? corrects : wrongs).add(probability);
      }
      assertEquals(pairwise(corrects, wrongs), evaluation.auc(), 1e-12);
    }
  }

  private static double pairwise(List<Double> corrects, List<Double> wrongs) {
    double won = 0;
    for (double correct : corrects) {
      for (double wrong : wrongs) {
        won += correct > wrong ? 1 : correct == wrong ? 0.5 : 0;
      }
    }
    return won / corrects.size() / wrongs.size();
  }

  @Test
  public void aucOfContinuousPredictionsIsExactToFiveDigits() {
    Random random = new Random(7);
    List<Double> corrects = new ArrayList<>();
    List<Double> wrongs = new ArrayList<>();
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < 4000; i++) {
      double probability = random.nextDouble();
      boolean correct = random.nextDouble() < probability;
      evaluation.add(probability, correct, 1, 0);
      (correct ? corrects : wrongs).add(probability);
    }
    assertEquals(pairwise(corrects, wrongs), evaluation.auc(), 1e-5);
  }

  @Test
  public void partsMergedInAnyOrderEqualTheWholeToTheLastBit() {
    Random random = new Random(11);
    Evaluation whole = new Evaluation();
    List<Evaluation> parts = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      parts.add(new Evaluation());
    }
    for (int i = 0; i < 5000; i++) {
      double probability = random.nextDouble();
      boolean correct = random.nextBoolean();
      int opportunity = 1 + random.nextInt(60);
      int history = random.nextInt(3000);
      whole.add(probability, correct, opportunity, history);
      parts.get(random.nextInt(7)).add(probability, correct, opportunity, history);
    }
    Collections.shuffle(parts, random);
    Evaluation merged = new Evaluation();
    parts.forEach(merged::merge);
    assertEquals(JsonWriter.write(whole.toJson()), JsonWriter.write(merged.toJson()));
    assertEquals(whole.auc(), merged.auc(), 0);
    assertEquals(whole.calibrationError(), merged.calibrationError(), 0);
  }

  @Test
  public void opportunitiesFromTheThirtiethOnShareTheLastBin() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(0.5, true, 1, 0);
    evaluation.add(0.5, true, 29, 0);
    evaluation.add(0.5, true, 30, 0);
    evaluation.add(0.5, false, 4000, 0);
    assertEquals(1, evaluation.byOpportunity().get(0).attempts());
    assertEquals(1, evaluation.byOpportunity().get(28).attempts());
    assertEquals(2, evaluation.byOpportunity().get(29).attempts());
  }

  @Test
  public void historiesShareBinsThatDouble() {
    Evaluation evaluation = new Evaluation();
    int[] answersBefore = {0, 1, 2, 3, 4, 511, 512, 100_000};
    for (int answers : answersBefore) {
      evaluation.add(0.5, true, 1, answers);
    }
    int[] sizes = evaluation.byHistory().stream().mapToInt(bin -> (int) bin.attempts()).toArray();
    assertArrayEquals(new int[] {1, 1, 2, 1, 0, 0, 0, 0, 0, 1, 2}, sizes);
    assertEquals(512, Evaluation.leastAnswersBefore(Evaluation.HISTORY_BINS - 1));
    assertEquals(2, Evaluation.leastAnswersBefore(2));
  }

  @Test
  public void aConstantPredictionForTheSameOutcomesIsThatOfAddingThemOneByOne() {
    Random random = new Random(2);
    Evaluation evaluation = new Evaluation();
    Evaluation expected = new Evaluation();
    for (int i = 0; i < 500; i++) {
      boolean correct = random.nextInt(3) > 0;
      int opportunity = 1 + random.nextInt(40);
      evaluation.add(random.nextDouble(), correct, opportunity, i);
      expected.add(0.61, correct, opportunity, i);
    }
    Evaluation constant = evaluation.withConstant(0.61);
    assertEquals(JsonWriter.write(expected.toJson()), JsonWriter.write(constant.toJson()));
    assertEquals(0.5, constant.auc(), 0);
  }

  @Test
  public void equalMassGroupsAreCutByRankAndCompareMeans() {
    Evaluation evaluation = new Evaluation();
    double expected = 0;
    for (int group = 0; group < Evaluation.CALIBRATION_BINS; group++) {
      double predicted = 0.4 + 0.001 * group;
      for (int i = 0; i < 10; i++) {
        evaluation.add(predicted, i < group % 10, 1, 0);
      }
      expected += Math.abs(predicted - group % 10 / 10.0) / Evaluation.CALIBRATION_BINS;
    }
    assertEquals(expected, evaluation.calibrationErrorEqualMass(), 2e-4);
    assertTrue(evaluation.calibrationError() < 0.1);
    assertTrue(Double.isNaN(new Evaluation().calibrationErrorEqualMass()));
  }

  @Test
  public void certaintyIsScoredWithAFiniteLossAndFallsIntoTheOuterBins() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(1, false, 1, 0);
    evaluation.add(0, false, 1, 0);
    assertEquals(50, evaluation.total().logLoss(), 0);
    assertEquals(1, evaluation.calibration().get(19).attempts());
    assertEquals(1, evaluation.calibration().get(0).attempts());
  }

  @Test
  public void metricsThatAreUndefinedAreNotANumber() {
    Evaluation nothing = new Evaluation();
    assertTrue(Double.isNaN(nothing.auc()));
    assertTrue(Double.isNaN(nothing.calibrationError()));
    assertTrue(Double.isNaN(nothing.total().logLoss()));
    Evaluation oneClass = new Evaluation();
    oneClass.add(0.7, true, 1, 0);
    assertTrue(Double.isNaN(oneClass.auc()));
    assertEquals(0.3, oneClass.calibrationError(), 1e-8);
  }

  @Test
  public void whatIsNotAProbabilityIsRefused() {
    for (double bad : new double[] {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> new Evaluation().add(bad, true, 1, 0));
      assertTrue(refusal.getMessage().contains(Double.toString(bad)));
    }
  }

  @Test
  public void jsonReadsBackToTheSameBits() {
    String json = JsonWriter.write(small().toJson());
    Evaluation back = Evaluation.fromJson(JsonReader.readObject(json));
    assertEquals(json, JsonWriter.write(back.toJson()));
    assertEquals(small().auc(), back.auc(), 0);
  }

  /** Those of an earlier release have no abilities, and are read as none. */
  @Test
  public void abilitiesAreMergedAndGoToTheReferenceAndBack() {
    Evaluation evaluation = small();
    Map<String, Object> older = small().toJson();
    assertFalse(older.containsKey("abilities"));
    evaluation.addAbility(-1);
    evaluation.addAbility(Double.NaN);
    evaluation.merge(Evaluation.fromJson(evaluation.toJson()));
    evaluation.merge(Evaluation.fromJson(older));
    TrainingReference reference = new TrainingReference();
    reference.setHeldOut(evaluation);
    Map<String, Object> json = JsonReader.readObject(JsonWriter.write(reference.toJson()));
    assertEquals(2, TrainingReference.fromJson(json).abilities()[12]);
    assertEquals(2, Arrays.stream(TrainingReference.fromJson(json).abilities()).sum());
    assertEquals(18, TrainingReference.fromJson(json).students());
    json.remove("abilities");
    assertEquals(0, Arrays.stream(TrainingReference.fromJson(json).abilities()).sum());
    json.put("abilities", List.of(1L));
    assertThrows(IllegalArgumentException.class, () -> TrainingReference.fromJson(json));
  }

  /** Four thousand million losses of 1 nat are a sum of 19 digits, beyond a double's 2^53. */
  @Test
  public void sumsOfNineteenDigitsSurviveJson() {
    List<Object> large = List.of(4_000_000_001L, 3L, 3L, 5L, 4_294_967_297_000_000_001L, 7L);
    Map<String, Object> json = new LinkedHashMap<>(small().toJson());
    json.put("total", large);
    Evaluation back = Evaluation.fromJson(JsonReader.readObject(JsonWriter.write(json)));
    assertEquals(large, back.toJson().get("total"));
  }

  @Test
  public void membersOfLaterVersionsArePassedOver() {
    Map<String, Object> json = new LinkedHashMap<>(small().toJson());
    json.put("later", 1L);
    assertEquals(6, Evaluation.fromJson(json).total().attempts());
  }

  @Test
  public void jsonOfAnotherShapeIsRefusedByName() {
    refusedWith("ranks", "ranks", null);
    refusedWith("20 bins", "calibration", List.of());
    refusedWith("bin 0", "opportunity", Collections.nCopies(30, 5L));
    refusedWith("whole number", "total", List.of(1L, 2.5, 3L, 4L, 5L, 6L));
    refusedWith("rank bin", "ranks", List.of(99999999L, 1L, 1L));
  }

  private static void refusedWith(String words, String member, Object value) {
    Map<String, Object> json = new LinkedHashMap<>(small().toJson());
    json.put(member, value);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Evaluation.fromJson(json));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
  }
}
