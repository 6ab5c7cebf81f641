package org.gradus.model.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gradus.model.json.JsonReader;
import org.gradus.model.json.JsonWriter;
import org.junit.Test;

public final class DailySumsTest {
  private static void add(DailySums sums, Random random) {
    double probability = 1 / (1 + Math.exp(-2 * random.nextGaussian()));
    boolean correct = random.nextDouble() < probability;
    int met = random.nextInt(300);
    sums.add(probability, correct, random.nextInt(3) == 0, met, 5 * met, random.nextGaussian());
    sums.addAbility(random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian());
    if (random.nextInt(4) == 0) {
      sums.addStudent();
    }
  }

  /** Any division into parts, merged in any order, gives the whole to the last bit. */
  @Test
  public void sumsOfPartsAreThoseOfTheWhole() {
    for (int seed = 0; seed < 20; seed++) {
      DailySums whole = new DailySums();
      List<DailySums> parts = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        parts.add(new DailySums());
      }
      Random same = new Random(seed);
      Random division = new Random(~seed);
      for (int i = 0; i < 300; i++) {
        add(whole, new Random(seed + 1000L * i));
        add(parts.get(division.nextInt(parts.size())), new Random(seed + 1000L * i));
      }
      Collections.shuffle(parts, same);
      DailySums merged = new DailySums();
      parts.forEach(merged::merge);
      assertArrayEquals(whole.counts(), merged.counts());
      assertEquals(300, merged.total().attempts());
    }
  }

  @Test
  public void everyPredictionIsInItsBins() {
    DailySums sums = new DailySums();
    sums.add(0.5, true, true, 0, 0, -1);
    sums.add(0.5, false, false, 3, 600, 9);
    assertEquals(Math.log(2), sums.total().logLoss(), 1e-9);
    assertEquals(1, sums.first().attempts());
    assertEquals(1, sums.first().corrects());
    assertEquals(1, sums.byMet().get(0).attempts());
    assertEquals(1, sums.byMet().get(2).attempts());
    assertEquals(2, DailySums.leastMet(2));
    assertEquals(2, sums.calibration().get(10).attempts());
    assertEquals(2, sums.predictions()[DailySums.PER_LOGIT * DailySums.LARGEST_LOGIT]);
    assertEquals(1, sums.history()[0]);
    assertEquals(1, sums.history()[Evaluation.HISTORY_BINS - 1]);
    assertEquals(1, sums.difficulties()[12]);
    assertEquals(1, sums.difficulties()[DailySums.DIFFICULTY_BINS - 1]);
    assertThrows(IllegalArgumentException.class, () -> sums.add(Double.NaN, true, true, 0, 0, 0));
  }

  @Test
  public void abilitiesAreCountedWhereTheyAreKnown() {
    DailySums sums = new DailySums();
    sums.addAbility(Double.NaN);
    sums.addAbility(-5);
    sums.addAbility(0.24);
    sums.addStudent();
    assertEquals(1, sums.abilities()[0]);
    assertEquals(1, sums.abilities()[17]);
    assertEquals(2, Arrays.stream(sums.abilities()).sum());
    assertEquals(1, sums.students());
    assertEquals(0, Arrays.stream(sums.difficulties()).sum());
  }

  /** The sketch against the histogram that is 128 times as fine. */
  @Test
  public void aucAndCalibrationAreNearlyThoseOfAnEvaluation() {
    Random random = new Random(5);
    DailySums sums = new DailySums();
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < 20_000; i++) {
      double probability = 1 / (1 + Math.exp(-1.5 * random.nextGaussian()));
      boolean correct = random.nextDouble() < probability;
      sums.add(probability, correct, false, 0, 0, 0);
      evaluation.add(probability, correct, 1, 0);
    }
    assertTrue(evaluation.auc() > 0.7);
    assertEquals(evaluation.auc(), sums.auc(), 0.002);
    assertEquals(evaluation.calibrationError(), sums.calibrationError(), 0);
    assertEquals(evaluation.total().logLoss(), sums.total().logLoss(), 0);
    double moved = 0;
    for (int i = 0; i < sums.predictions().length; i++) {
      moved += Math.abs(sums.predictions()[i] - evaluation.predictions()[i]);
    }
    assertTrue(moved + " predictions in another bin", moved < 0.01 * 20_000);
  }

  @Test
  public void jsonKeepsEveryBit() {
    DailySums sums = new DailySums();
    for (int i = 0; i < 50; i++) {
      add(sums, new Random(i));
    }
    String text = JsonWriter.write(List.of(sums.toJson()));
    List<?> json =
        (List<?>) ((List<?>) JsonReader.readObject("{\"x\":" + text + "}").get("x")).get(0);
    assertArrayEquals(sums.counts(), DailySums.fromJson(json).counts());
    assertThrows(
        IllegalArgumentException.class, () -> DailySums.fromJson(Arrays.asList(100_000L, 1L)));
    assertThrows(IllegalArgumentException.class, () -> DailySums.fromJson(Arrays.asList(1L, 0.5)));
  }
}
