package org.gradus.jobs.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.Variant;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.ExerciseSpread;
import org.gradus.model.knowledge.KnowledgeModel;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Exercises beyond the memory bound, on LocalJobRunner. */
public class LargeFittingTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<StudentHistory> histories = SimulatedHistories.of(60, 4);

  private StepHarness prepared(
      List<StudentHistory> shuffled, int files, int reducers, boolean refit)
      throws IOException, InterruptedException {
    StepHarness harness =
        new StepHarness(folder.newFolder())
            .with("mapreduce.job.reduces", Integer.toString(reducers))
            .with(ExampleMapper.FEATURES, "bias,local,difficulty")
            .with(Variant.REFIT, refit);
    return SimulatedHistories.give(harness, shuffled, files)
        .run(new DifficultyStep())
        .run(new PriorStep());
  }

  private StepHarness prepared() throws IOException, InterruptedException {
    return prepared(histories, 2, 2, false);
  }

  private static StepHarness withLimit(StepHarness harness, long limit) {
    return harness.with(TrainStep.MOST_ATTEMPTS, limit);
  }

  /** So many attempts that two of the four exercises have more. */
  private long median() {
    Map<String, Long> attempts = new TreeMap<>();
    histories.forEach(
        history ->
            history
                .attempts()
                .forEach(attempt -> attempts.merge(attempt.exercise(), 1L, Long::sum)));
    List<Long> sizes = new ArrayList<>(attempts.values());
    Collections.sort(sizes);
    return sizes.get(1);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private static byte[] parameterBytes(StepHarness harness) throws IOException {
    return Files.readAllBytes(
        local(harness.output("model")).resolve(KnowledgeModel.PARAMETERS_FILE));
  }

  private static byte[] spreadBytes(StepHarness harness) throws IOException {
    return Files.readAllBytes(local(harness.output("model")).resolve(KnowledgeModel.SPREAD_FILE));
  }

  private static List<ExerciseSpread> spreads(StepHarness harness) throws IOException {
    List<ExerciseSpread> spreads = new ArrayList<>();
    Path file = new Path(harness.output("model"), KnowledgeModel.SPREAD_FILE);
    try (BufferedReader lines = DifficultyFiles.open(file, harness.configuration())) {
      lines.lines().map(ExerciseSpread::fromJson).forEach(spreads::add);
    }
    return spreads;
  }

  private static List<ExerciseParameters> parameters(StepHarness harness) throws IOException {
    List<ExerciseParameters> parameters = new ArrayList<>();
    Path file = new Path(harness.output("model"), KnowledgeModel.PARAMETERS_FILE);
    try (BufferedReader lines = DifficultyFiles.open(file, harness.configuration())) {
      lines.lines().map(ExerciseParameters::fromJson).forEach(parameters::add);
    }
    return parameters;
  }

  @Test
  public void atDefaultSettingsRoundsGiveTheThetaOfTheFitInMemory() throws Exception {
    StepHarness harness = prepared();
    List<ExerciseParameters> inMemory = parameters(harness.run(new TrainStep()));
    assertFalse(harness.figures().containsKey("rounds"));
    List<ExerciseParameters> inRounds = parameters(withLimit(harness, 1).run(new TrainStep()));
    assertEquals(4, inRounds.size());
    assertEquals(4, harness.figures().get("exercises fitted in rounds"));
    for (int i = 0; i < inRounds.size(); i++) {
      ExerciseParameters expected = inMemory.get(i);
      ExerciseParameters actual = inRounds.get(i);
      assertEquals(expected.exercise(), actual.exercise());
      assertEquals(expected.attempts(), actual.attempts());
      assertEquals(expected.corrects(), actual.corrects());
      assertTrue(actual.fitted());
      assertArrayEquals(expected.theta(), actual.theta(), 1e-8);
      Map<String, Double> offsets = offsets(expected);
      assertTrue(expected.exercise(), offsets.size() > 2);
      assertTrue(offsets.values().stream().anyMatch(offset -> Math.abs(offset) > 0.01));
      Map<String, Double> others = offsets(actual);
      assertEquals(offsets.keySet(), others.keySet());
      offsets.forEach((item, offset) -> assertEquals(item, offset, others.get(item), 1e-7));
    }
  }

  private static Map<String, Double> offsets(ExerciseParameters parameters) {
    DifficultyTable table = new DifficultyTable(1, 1);
    parameters.counts().addTo(table);
    Map<String, Double> offsets = new TreeMap<>();
    parameters
        .counts()
        .forEachItem(
            (item, corrects, attempts) ->
                offsets.put(item, table.view().of(parameters.exercise(), item).itemOffset()));
    return offsets;
  }

  @Test
  public void onlyTheMostAnsweredItemsHaveAnOffsetInMemoryAndInRounds() throws Exception {
    StepHarness harness = prepared().with(ItemPrior.MOST_ITEMS, 2L);
    List<ExerciseParameters> inMemory = parameters(harness.run(new TrainStep()));
    List<ExerciseParameters> inRounds = parameters(withLimit(harness, 1).run(new TrainStep()));
    for (int i = 0; i < inRounds.size(); i++) {
      Map<String, Double> offsets = offsets(inMemory.get(i));
      offsets.values().removeIf(offset -> offset == 0);
      Map<String, Double> others = offsets(inRounds.get(i));
      others.values().removeIf(offset -> offset == 0);
      assertEquals(2, offsets.size());
      assertEquals(offsets.keySet(), others.keySet());
    }
  }

  @Test
  public void baselinesAreFittedToTheSameRowsAsInMemoryAsLongAsTheSampleHoldsAll()
      throws Exception {
    StepHarness harness = prepared();
    Map<?, ?> inMemory = evaluations(harness.run(new TrainStep()));
    Map<?, ?> inRounds = evaluations(withLimit(harness, 1).run(new TrainStep()));
    for (String baseline : List.of("exercise mean", "mean", "irt", "pfa", "best-lr", "bkt")) {
      assertEquals(baseline, inMemory.get(baseline), inRounds.get(baseline));
    }
  }

  private static Map<?, ?> evaluations(StepHarness harness) throws IOException {
    Path overall = new Path(harness.output("evaluation"), "overall.json");
    return (Map<?, ?>) JsonFile.read(overall, harness.configuration()).get("evaluations");
  }

  @Test
  public void roundsAreAsSureOfThetaAsTheFitInMemory() throws Exception {
    StepHarness harness = prepared();
    List<ExerciseSpread> inMemory = spreads(harness.run(new TrainStep()));
    List<ExerciseSpread> inRounds = spreads(withLimit(harness, 1).run(new TrainStep()));
    assertEquals(4, inRounds.size());
    for (int i = 0; i < inRounds.size(); i++) {
      ExerciseSpread expected = inMemory.get(i);
      ExerciseSpread actual = inRounds.get(i);
      assertEquals(expected.exercise(), actual.exercise());
      assertEquals(expected.attempts(), actual.attempts());
      assertArrayEquals(expected.mean(), actual.mean(), 1e-5);
      assertArrayEquals(expected.deviation(), actual.deviation(), 1e-5);
      assertArrayEquals(expected.blockDeviation(), actual.blockDeviation(), 1e-3);
      assertArrayEquals(
          expected.covariance().get().standardErrors(),
          actual.covariance().get().standardErrors(),
          1e-3);
    }
  }

  @Test
  public void outputIsTheSameToTheLastByteForAnySplitsReducersAndOrder() throws Exception {
    StepHarness one = withLimit(prepared(histories, 1, 1, true), median()).run(new TrainStep());
    assertEquals(2, one.figures().get("exercises fitted in rounds"));
    assertAlikeWithOthers(one, median());
  }

  @Test
  public void severalReducersScoreALargeExerciseAsOneDoes() throws Exception {
    long limit = median() / 20;
    StepHarness one = withLimit(prepared(histories, 1, 1, false), limit).run(new TrainStep());
    assertEquals(4, one.figures().get("exercises fitted in rounds"));
    assertAlikeWithOthers(one, limit);
  }

  private void assertAlikeWithOthers(StepHarness one, long limit) throws Exception {
    List<StudentHistory> shuffled = new ArrayList<>(histories);
    Collections.shuffle(shuffled, new Random(3));
    for (int reducers : new int[] {2, 5}) {
      StepHarness other =
          withLimit(
                  prepared(
                      shuffled, reducers + 1, reducers, Variant.REFIT.get(one.configuration())),
                  limit)
              .run(new TrainStep());
      assertArrayEquals(parameterBytes(one), parameterBytes(other));
      assertArrayEquals(spreadBytes(one), spreadBytes(other));
      for (String file : List.of("overall.json", "exercises.jsonl")) {
        assertEquals(
            Files.readString(local(one.output("evaluation")).resolve(file)),
            Files.readString(local(other.output("evaluation")).resolve(file)));
      }
    }
  }

  @Test
  public void aKilledRunGoesOnWithTheRoundThatWasUnderWay() throws Exception {
    StepHarness harness = withLimit(prepared(), 1);
    CountedStep whole = new CountedStep(Integer.MAX_VALUE);
    byte[] expected = parameterBytes(harness.run(whole));
    CountedStep killed = new CountedStep(3);
    assertThrows(IOException.class, () -> harness.run(killed));
    CountedStep resumed = new CountedStep(Integer.MAX_VALUE);
    assertArrayEquals(expected, parameterBytes(harness.run(resumed)));
    assertEquals(whole.jobs() - 3, resumed.jobs());
    CountedStep again = new CountedStep(Integer.MAX_VALUE);
    harness.run(again);
    assertEquals("nothing is left of a run that succeeded", whole.jobs(), again.jobs());
  }

  @Test
  public void fitsThatAreCutShortAreTold() throws Exception {
    StepHarness harness = withLimit(prepared(), median()).with(TrainStep.MOST_ITERATIONS, 1L);
    harness.run(new TrainStep());
    assertEquals("in memory and in rounds", 4L, harness.figures().get("fits not converged"));
  }
}
