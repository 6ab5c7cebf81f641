package org.gradus.model.baseline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.Question;
import org.gradus.model.features.StudentReplay;
import org.junit.Test;

/** Baselines on classes made by their own model: they find what was planted. */
public class BaselineTest {
  private static final int ITEMS = 20;

  private final FeatureSet rows = FeatureSet.of("item,attempts,rasch");
  private final SituationReader columns = new SituationReader(rows);
  private final Situation situation = new Situation();
  private final Random random = new Random(1);

  /** Outcome of an answer: by ability, item and the student's outcomes on the exercise so far. */
  private interface Truth {
    double probability(double ability, int item, int corrects, int wrongs);
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double easiness(int item) {
    return (item - ITEMS / 2) / 6.0;
  }

  /** Plays students through exercise {@code x}; gives loss of the baseline less that of truth. */
  private double play(Baseline baseline, boolean train, int students, double sd, Truth truth) {
    DifficultyTable table = table(truth, sd);
    float[] row = new float[rows.size()];
    PredictionSums predicted = new PredictionSums();
    PredictionSums best = new PredictionSums();
    for (int student = 0; student < students; student++) {
      StudentReplay replay = new StudentReplay(rows, table.view());
      double ability = sd * random.nextGaussian();
      situation.begin();
      for (int i = 0; i < 15; i++) {
        int item = random.nextInt(ITEMS);
        Question question = replay.question("x", "i" + item, "", Attempt.UNKNOWN_TIME);
        replay.features(question, row);
        columns.read(row, situation);
        int corrects = situation.corrects();
        double chance = truth.probability(ability, item, corrects, i - corrects);
        boolean correct = random.nextDouble() < chance;
        if (train) {
          baseline.train(situation, correct);
        } else {
          predicted.add(baseline.predict(situation), correct);
          best.add(chance, correct);
          baseline.observe(situation, correct);
        }
        situation.observe(correct);
        replay.observe(question, Attempt.on("x").item("i" + item).correct(correct).build());
      }
    }
    return predicted.logLoss() - best.logLoss();
  }

  /** Item rates of many students who answer for the first time. */
  private DifficultyTable table(Truth truth, double sd) {
    DifficultyTable table = new DifficultyTable(20, 6);
    for (int item = 0; item < ITEMS; item++) {
      int corrects = 0;
      for (int i = 0; i < 4000; i++) {
        double chance = truth.probability(sd * random.nextGaussian(), item, 0, 0);
        corrects += random.nextDouble() < chance ? 1 : 0;
      }
      table.add("x", "i" + item, corrects, 4000);
    }
    return table;
  }

  @Test
  public void raschFindsTheSpreadOfAbility() {
    for (double sd : new double[] {0.6, 1.2}) {
      Truth truth = (ability, item, corrects, wrongs) -> sigmoid(ability + easiness(item));
      IrtBaseline irt = new IrtBaseline();
      play(irt, true, 1500, sd, truth);
      irt.fit();
      assertEquals(sd, Math.sqrt(irt.variance()), 0.15 * sd);
      double loss = play(irt, false, 1500, sd, truth);
      assertTrue("worse than truth by " + loss, loss > 0 && loss < 0.06);
    }
  }

  @Test
  public void raschSaysTheItemsRateOfANewStudent() {
    Truth truth = (ability, item, corrects, wrongs) -> sigmoid(ability + easiness(item));
    IrtBaseline irt = new IrtBaseline();
    play(irt, true, 500, 1.2, truth);
    irt.fit();
    Situation first = new Situation();
    first.itemLogit = 0.7f;
    assertEquals(sigmoid(0.7), irt.predict(first), 1e-6);
  }

  @Test
  public void pfaFindsItsOwnCoefficients() {
    Truth truth =
        (ability, item, corrects, wrongs) -> sigmoid(-0.5 + 0.3 * corrects - 0.1 * wrongs);
    Baseline pfa = new PfaBaseline();
    play(pfa, true, 1500, 0, truth);
    pfa.fit();
    assertEquals(0, play(pfa, false, 1500, 0, truth), 0.002);
  }

  @Test
  public void bestLrKnowsItemsWherePfaDoesNot() {
    Truth truth = (ability, item, corrects, wrongs) -> sigmoid(ability + 1.5 * easiness(item));
    Baseline pfa = new PfaBaseline();
    Baseline bestLr = new BestLrBaseline();
    for (Baseline baseline : List.of(pfa, bestLr)) {
      play(baseline, true, 1000, 1, truth);
      baseline.fit();
    }
    double gain = play(pfa, false, 1000, 1, truth) - play(bestLr, false, 1000, 1, truth);
    assertTrue("gain " + gain, gain > 0.1);
  }

  @Test
  public void knowledgeTracingFollowsEachStudentFromTheFirstAnswer() {
    Baseline bkt = BaselineKind.BKT.newBaseline();
    for (int student = 0; student < 200; student++) {
      train(bkt, student % 2 == 0 ? "1111" : "0000");
    }
    bkt.fit();
    assertEquals(0.5, predictAfter(bkt, ""), 0.02);
    assertTrue(predictAfter(bkt, "1") > 0.95);
    assertTrue(predictAfter(bkt, "0") < 0.05);
    assertEquals(0.5, predictAfter(bkt, ""), 0.02);
  }

  private void train(Baseline baseline, String outcomes) {
    situation.begin();
    for (int i = 0; i < outcomes.length(); i++) {
      boolean correct = outcomes.charAt(i) == '1';
      baseline.train(situation, correct);
      situation.observe(correct);
    }
  }

  private double predictAfter(Baseline baseline, String outcomes) {
    situation.begin();
    for (int i = 0; i < outcomes.length(); i++) {
      boolean correct = outcomes.charAt(i) == '1';
      baseline.observe(situation, correct);
      situation.observe(correct);
    }
    return baseline.predict(situation);
  }

  @Test
  public void withoutAnyTrainingAnswerPredictionsAreStillProbabilities() {
    for (BaselineKind kind : BaselineKind.values()) {
      Baseline baseline = kind.newBaseline();
      baseline.fit();
      double probability = baseline.predict(new Situation());
      assertTrue(kind + " " + probability, probability > 0.2 && probability < 0.8);
    }
  }

  @Test
  public void onlyWantingBlocksAreAdded() {
    List<BaselineKind> all = List.of(BaselineKind.values());
    assertEquals(
        List.of("rasch"), SituationReader.missingBlocks(FeatureSet.of("difficulty,counts"), all));
    assertEquals(
        List.of("item", "attempts", "rasch"),
        SituationReader.missingBlocks(FeatureSet.of("khan"), all));
    assertEquals(
        List.of(),
        SituationReader.missingBlocks(
            FeatureSet.of("khan"), List.of(BaselineKind.PFA, BaselineKind.BKT)));
  }

  @Test
  public void totalsAreTheSameFromEitherBlock() {
    Situation counts = totals("counts");
    Situation attempts = totals("attempts");
    assertEquals(Math.log1p(5), attempts.studentLogAttempts(), 1e-6);
    assertEquals(attempts.studentLogAttempts(), counts.studentLogAttempts(), 1e-6);
    assertEquals(attempts.studentLogCorrects(), counts.studentLogCorrects(), 1e-6);
  }

  private static Situation totals(String block) {
    FeatureSet set = FeatureSet.of(block);
    StudentReplay replay = new StudentReplay(set, new DifficultyTable(1, 1).view());
    for (int i = 0; i < 5; i++) {
      Attempt attempt = Attempt.on("x").correct(i < 3).build();
      replay.observe(replay.question(attempt), attempt);
    }
    float[] row = new float[set.size()];
    replay.features(replay.question(Attempt.on("y").build()), row);
    Situation situation = new Situation();
    new SituationReader(set).read(row, situation);
    return situation;
  }
}
