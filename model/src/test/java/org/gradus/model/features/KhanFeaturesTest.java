package org.gradus.model.features;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.junit.Test;

/** The seed's 107 features against the published golden values (shared baseline weights). */
public class KhanFeaturesTest {
  private static final double[] WEIGHTS = {
    -1.2229719, .8393673, 2.1262489, .0153545, .4135883, -.5677724, .6284309
  };
  private static final double[] CORRECTS = {
    .8946, .9226, .9365, .9453, .9515, .9562, .9599, .9630, .9656, .9677
  };
  private static final double[] WRONGS = {.6479, .5808, .5159, .4605, .4146};

  private final FeatureSet khan = FeatureSet.of("khan");

  private float[] after(String outcomes) {
    StudentReplay replay = new StudentReplay(khan, new DifficultyTable(20, 6).view());
    Attempt.Builder attempt = Attempt.on("fractions");
    for (int i = 0; i < outcomes.length(); i++) {
      Attempt answer = attempt.correct(outcomes.charAt(i) == '1').build();
      replay.observe(replay.question(answer), answer);
    }
    float[] features = new float[khan.size()];
    replay.features(replay.question(attempt.build()), features);
    return features;
  }

  private static double baseline(float[] features) {
    double z = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      z += WEIGHTS[i] * features[i];
    }
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  public void countsOneHundredAndSeven() {
    assertEquals(107, khan.size());
    assertEquals("bias", khan.features().get(0));
    assertEquals("percent_correct", khan.features().get(6));
    assertEquals("state_0", khan.features().get(7));
  }

  @Test
  public void runsOfCorrectsGiveTheGoldenPredictions() {
    for (int k = 1; k <= 10; k++) {
      assertEquals(CORRECTS[k - 1], baseline(after("1".repeat(k))), 5e-5);
    }
    assertEquals(.9800, baseline(after("1".repeat(20))), 5e-5);
  }

  @Test
  public void runsOfWrongsGiveTheGoldenPredictions() {
    for (int k = 1; k <= 5; k++) {
      assertEquals(WRONGS[k - 1], baseline(after("0".repeat(k))), 5e-5);
    }
    assertEquals(.2785, baseline(after("0".repeat(10))), 5e-5);
    assertEquals(.1855, baseline(after("0".repeat(20))), 5e-5);
  }

  @Test
  public void correctWrongCorrectGivesTheGoldenFeatures() {
    float[] features = after("101");
    float[] local = Arrays.copyOfRange(features, 1, 7);
    float[] golden = {.7482149f, .8371f, 1, 1.098612f, .693147f, .666667f};
    assertArrayEquals(golden, local, 1e-6f);
    assertEquals(.842914, baseline(features), 1e-6);
  }

  @Test
  public void anUnseenExerciseHasTheStartValues() {
    float[] expected = {1, .9f, .9f, 0, 0, 0, .8f};
    assertArrayEquals(expected, Arrays.copyOf(after(""), 7), 0f);
  }

  @Test
  public void onlyTheLastTwentyOutcomesCount() {
    float[] expected = Arrays.copyOf(after("1".repeat(20)), 7);
    assertArrayEquals(expected, Arrays.copyOf(after("0".repeat(9) + "1".repeat(20)), 7), 0f);
  }

  @Test
  public void theFirstAttemptAddsAComponentOfUnitLengthAndLaterOnesNothing() {
    float[] once = after("1");
    float[] more = after("1011");
    double length = 0;
    for (int i = 7; i < 107; i++) {
      assertEquals(0.1f, Math.abs(once[i]), 0f);
      assertEquals(once[i], more[i], 0f);
      length += (double) once[i] * once[i];
    }
    assertEquals(1, length, 1e-6);
  }

  @Test
  public void componentsAreTheSameEveryYear() {
    int[] sums = new int[KnowledgeStateBlock.DIMENSIONS];
    KnowledgeStateBlock.addComponent("addition_1", "", true, sums);
    StringBuilder signs = new StringBuilder();
    for (int sum : sums) {
      signs.append(sum > 0 ? '+' : '-');
    }
    assertEquals(GOLDEN_SIGNS, signs.toString());
  }

  /** From a separate implementation in Python. */
  private static final String GOLDEN_SIGNS =
      "++++------+---+++-+-++--++-+-+--++++++--++-++++-++--+++--++++-+-+++-+-+-+-+++++++--+-+-+------++++++";

  @Test
  public void componentsOfDifferentKeysAreNearlyOrthogonal() {
    double worst = 0;
    for (int i = 0; i < 50; i++) {
      for (int j = 0; j < i; j++) {
        worst = Math.max(worst, Math.abs(product("e" + i, true, "e" + j, true)));
      }
      worst = Math.max(worst, Math.abs(product("e" + i, true, "e" + i, false)));
    }
    assertEquals(0, worst, 0.45);
  }

  private static double product(
      String one, boolean oneCorrect, String other, boolean otherCorrect) {
    int[] left = new int[KnowledgeStateBlock.DIMENSIONS];
    int[] right = new int[KnowledgeStateBlock.DIMENSIONS];
    KnowledgeStateBlock.addComponent(one, "", oneCorrect, left);
    KnowledgeStateBlock.addComponent(other, "", otherCorrect, right);
    double product = 0;
    for (int i = 0; i < left.length; i++) {
      product += 0.01 * left[i] * right[i];
    }
    return product;
  }
}
