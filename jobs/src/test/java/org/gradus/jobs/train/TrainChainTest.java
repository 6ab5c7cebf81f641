package org.gradus.jobs.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.log.LogInputFormat;
import org.gradus.io.settings.DataException;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.features.StudentAbility;
import org.gradus.model.json.JsonReader;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** difficulty, prior and train one after the other on LocalJobRunner. */
public class TrainChainTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Map<String, String> settings = Map.of();
  private final List<StudentHistory> histories = SimulatedHistories.of(100, 6);

  private StepHarness chain(
      List<StudentHistory> shuffled, int files, int reducers, String features, boolean pooled)
      throws IOException, InterruptedException {
    StepHarness harness =
        new StepHarness(folder.newFolder())
            .with("mapreduce.job.reduces", Integer.toString(reducers))
            .with(ExampleMapper.FEATURES, features)
            .with(ExercisePrior.KIND, pooled ? ExercisePrior.Kind.POOLED : ExercisePrior.Kind.NONE);
    settings.forEach(harness::with);
    SimulatedHistories.give(harness, shuffled, files).run(new DifficultyStep());
    if (pooled) {
      harness.run(new PriorStep());
    }
    return harness.run(new TrainStep());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private static byte[] parameters(StepHarness harness) throws IOException {
    return Files.readAllBytes(
        local(harness.output("model")).resolve(KnowledgeModel.PARAMETERS_FILE));
  }

  private static byte[] spreads(StepHarness harness) throws IOException {
    return Files.readAllBytes(local(harness.output("model")).resolve(KnowledgeModel.SPREAD_FILE));
  }

  @Test
  public void outputIsTheSameToTheLastByteForAnySplitsReducersAndOrder() throws Exception {
    StepHarness one = chain(histories, 1, 1, "gradus", true);
    List<StudentHistory> shuffled = new ArrayList<>(histories);
    Collections.shuffle(shuffled, new Random(7));
    StepHarness two = chain(shuffled, 3, 2, "gradus", true);
    StepHarness five = chain(shuffled, 4, 5, "gradus", true);
    for (StepHarness other : List.of(two, five)) {
      assertArrayEquals(parameters(one), parameters(other));
      assertArrayEquals(spreads(one), spreads(other));
      for (String file : List.of("overall.json", "exercises.jsonl")) {
        assertEquals(
            Files.readString(local(one.output("evaluation")).resolve(file)),
            Files.readString(local(other.output("evaluation")).resolve(file)));
      }
    }
  }

  @Test
  public void servingGivesThePipelinesOwnPredictions() throws Exception {
    assertServedAsScored(histories);
  }

  @Test
  public void anAnswerWithRowsForSeveralExercisesIsScoredAndServedFromTheStateBeforeIt()
      throws Exception {
    List<StudentHistory> repeated = SimulatedHistories.withRepeats(histories);
    long rows = repeated.stream().mapToLong(history -> history.attempts().size()).sum();
    long answers = histories.stream().mapToLong(history -> history.attempts().size()).sum();
    assertTrue(rows > 1.3 * answers);
    assertServedAsScored(repeated);
  }

  @Test
  public void anExerciseThatOnlyItsTopicKnowsIsServedAsScored() throws Exception {
    List<StudentHistory> withNew = SimulatedTopics.withNew(histories);
    String topics = SimulatedTopics.file(withNew, folder.getRoot());
    settings = Map.of(ExercisePrior.TOPICS.name(), topics);
    assertServedAsScored(withNew);
  }

  private void assertServedAsScored(List<StudentHistory> histories) throws Exception {
    StepHarness harness = chain(histories, 2, 2, "gradus,state", true);
    KnowledgeModel model = KnowledgeModel.load(local(harness.output("model")));
    StudentSplit split = StudentSplit.of(harness.configuration());
    Evaluation served = new Evaluation();
    for (StudentHistory history : histories) {
      if (split.roleOf(history) == StudentSplit.Role.HELD_OUT) {
        serve(model, history, served);
      }
    }
    Evaluation scored = evaluation(harness.output("evaluation"), harness, "model");
    assertTrue(served.total().attempts() > 300);
    assertEquals(scored.toJson(), served.toJson());
  }

  private static StudentState stored(KnowledgeModel model, StudentState student)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    student.write(new DataOutputStream(bytes));
    return model.readStudent(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /**
   * Follows a student as a web application would, which now and then stores the state and loads it
   * again.
   */
  private static void serve(KnowledgeModel model, StudentHistory history, Evaluation served)
      throws IOException {
    StudentState student = model.newStudent();
    StudentAbility ability = new StudentAbility(model.difficulties());
    Map<String, Integer> opportunities = new HashMap<>();
    int answers = 0;
    List<Attempt> attempts = history.attempts();
    for (int from = 0, end; from < attempts.size(); from = end) {
      end = history.endOfAnswer(from);
      Attempt first = attempts.get(from);
      double probability = student.predict(first);
      served.addAbility(ability.before(first));
      for (Attempt attempt : attempts.subList(from, end)) {
        opportunities.merge(attempt.exercise(), 1, Integer::sum);
        student.observe(attempt);
        ability.observe(attempt);
      }
      int opportunity = opportunities.get(first.exercise());
      served.add(probability, first.correct(), opportunity, answers++);
      student = opportunity % 3 == 0 ? stored(model, student) : student;
    }
  }

  /** Of every held-out answer but the first of a student; not of a model without items. */
  @Test
  public void abilitiesOfHeldOutStudentsAreKeptWhateverElseIsAskedFor() throws Exception {
    settings = Map.of(BaselineChoice.BASELINES.name(), "none");
    for (String features : List.of("bias,item", "bias,rasch")) {
      StepHarness harness = chain(histories, 1, 2, features, false);
      Evaluation scored = evaluation(harness.output("evaluation"), harness, "model");
      long students = scored.byHistory().get(0).attempts();
      long known = Arrays.stream(scored.abilities()).sum();
      assertTrue(students > 10);
      assertEquals(features, scored.total().attempts() - students, known);
    }
    settings = Map.of(BaselineChoice.BASELINES.name(), "irt");
    StepHarness khan = chain(histories, 1, 2, "bias,local", false);
    Evaluation scored = evaluation(khan.output("evaluation"), khan, "model");
    assertEquals(0, Arrays.stream(scored.abilities()).sum());
  }

  @Test
  public void theModelBeatsTheShareOfCorrectsAndTheSeedRunsWithoutAPrior() throws Exception {
    StepHarness gradus = chain(histories, 1, 2, "gradus", true);
    StepHarness seed = chain(histories, 1, 2, "khan", false);
    assertTrue(logLoss(gradus, "model") < logLoss(gradus, "exercise mean") - 0.01);
    assertTrue(logLoss(gradus, "exercise mean") < logLoss(gradus, "mean"));
    for (String baseline : List.of("irt", "pfa", "best-lr", "bkt")) {
      assertTrue(baseline, logLoss(gradus, "model") < logLoss(gradus, baseline));
      assertTrue(baseline, logLoss(gradus, baseline) < logLoss(gradus, "exercise mean"));
    }
    assertTrue(logLoss(gradus, "model") < logLoss(seed, "model"));
  }

  @Test
  public void baselinesAreScoredExerciseByExerciseOnTheRowsOfTheModel() throws Exception {
    StepHarness harness = chain(histories, 2, 2, "bias,local,difficulty", true);
    Path folder = harness.output("evaluation");
    List<String> lines = Files.readAllLines(local(folder).resolve("exercises.jsonl"));
    for (String baseline : List.of("irt", "pfa", "best-lr", "bkt")) {
      double loss = 0;
      for (String line : lines) {
        Map<String, Object> exercise = JsonReader.readObject(line);
        Map<?, ?> own = (Map<?, ?>) ((Map<?, ?>) exercise.get("baselines")).get(baseline);
        loss += count((Map<?, ?>) exercise.get("heldOut")) * (Double) own.get("logLoss");
        assertTrue(line, (Double) own.get("auc") > 0.4 && (Double) own.get("auc") < 1);
      }
      Evaluation all = evaluation(folder, harness, baseline);
      assertEquals(baseline, all.total().logLoss(), loss / all.total().attempts(), 1e-9);
    }
  }

  private static long count(Map<?, ?> heldOut) {
    return (Long) heldOut.get("attempts");
  }

  @Test
  public void foldsAreEvaluatedApartAndTheModelIsOfEverybody() throws Exception {
    settings = Map.of(StudentSplit.FOLDS.name(), "2");
    StepHarness harness = chain(histories, 1, 2, "bias,local,difficulty", true);
    int attempts = histories.stream().mapToInt(history -> history.attempts().size()).sum();
    long scored = 0;
    for (int fold = 1; fold <= 2; fold++) {
      scored +=
          evaluation(new Path(harness.output("evaluation"), "fold-" + fold), harness, "model")
              .total()
              .attempts();
    }
    assertEquals(attempts, scored);
    KnowledgeModel model = KnowledgeModel.load(local(harness.output("model")));
    assertEquals("everybody", model.header().get("variant"));
    assertEquals((long) attempts, ((Map<?, ?>) model.header().get("training")).get("attempts"));
  }

  @Test
  public void aTestFoldThatNobodyIsInIsRefused() {
    settings =
        Map.of(LogInputFormat.FOLD_COLUMN.name(), "split", StudentSplit.TEST_FOLD.name(), "tset");
    DataException refusal =
        assertThrows(DataException.class, () -> chain(histories, 1, 1, "bias", false));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'tset'"));
  }

  @Test
  public void nobodyToTrainOnIsRefused() {
    settings =
        Map.of(LogInputFormat.FOLD_COLUMN.name(), "split", StudentSplit.TEST_FOLD.name(), ",x");
    DataException refusal =
        assertThrows(DataException.class, () -> chain(histories, 1, 1, "bias", false));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("held-out"));
  }

  private static double logLoss(StepHarness harness, String which) throws IOException {
    return evaluation(harness.output("evaluation"), harness, which).total().logLoss();
  }

  @SuppressWarnings("unchecked")
  private static Evaluation evaluation(Path folder, StepHarness harness, String which)
      throws IOException {
    Map<String, Object> overall =
        JsonFile.read(new Path(folder, "overall.json"), harness.configuration());
    Map<String, Object> evaluations = (Map<String, Object>) overall.get("evaluations");
    return Evaluation.fromJson((Map<String, Object>) evaluations.get(which));
  }
}
