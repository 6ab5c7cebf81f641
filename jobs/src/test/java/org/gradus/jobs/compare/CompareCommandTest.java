package org.gradus.jobs.compare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.generate.LocalCommands;
import org.gradus.jobs.train.TrainStep;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.evaluate.Evaluation;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two runs of the training step, and what is said of them. */
public class CompareCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<StudentHistory> histories = SimulatedHistories.of(120, 5);

  /** A run with predictions; the work folder. */
  private String run(String features, double holdout, boolean predictions, int reducers)
      throws Exception {
    return run(features, holdout, predictions, reducers, "auto");
  }

  private String run(
      String features, double holdout, boolean predictions, int reducers, String baselines)
      throws Exception {
    File place = folder.newFolder();
    StepHarness harness =
        new StepHarness(place)
            .with(ExampleMapper.FEATURES, features)
            .with(ExercisePrior.KIND, ExercisePrior.Kind.NONE)
            .with(StudentSplit.HOLDOUT_FRACTION, holdout)
            .with("mapreduce.job.reduces", Integer.toString(reducers))
            .with("gradus.train.predictions", Boolean.toString(predictions))
            .with("gradus.train.baselines", baselines);
    SimulatedHistories.give(harness, histories, 2).run(new DifficultyStep()).run(new TrainStep());
    return new File(place, "work").getAbsolutePath();
  }

  private LocalCommands comparing(String work, String with) throws IOException {
    return new LocalCommands(folder.newFolder())
        .with(CompareCommand.WORK, work)
        .with(CompareCommand.WITH, with)
        .with(CompareCommand.RESAMPLES, 200L);
  }

  private Map<String, Object> compared(LocalCommands commands) throws IOException {
    File output = new File(folder.newFolder(), "comparison.json");
    commands.with(CompareCommand.OUTPUT, output.getAbsolutePath());
    assertEquals(0, new CompareCommand().run(commands));
    return JsonFile.read(new Path(output.getAbsolutePath()), commands.configuration());
  }

  private static double of(Map<String, Object> comparison, int metric, String member) {
    Map<?, ?> metrics = (Map<?, ?>) ((List<?>) comparison.get("metrics")).get(metric);
    return ((Number) metrics.get(member)).doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static Evaluation evaluation(String work, String name, LocalCommands commands)
      throws IOException {
    Map<String, Object> overall =
        JsonFile.read(new Path(work, "train/evaluation/overall.json"), commands.configuration());
    Map<String, Object> evaluations = (Map<String, Object>) overall.get("evaluations");
    return Evaluation.fromJson((Map<String, Object>) evaluations.get(name));
  }

  @Test
  public void twoRunsArePairedRowByRowWhateverTheirReducers() throws Exception {
    String first = run("gradus", 0.4, true, 1);
    String second = run("bias", 0.4, true, 3);
    LocalCommands commands = comparing(first, second);
    Map<String, Object> comparison = compared(commands);
    Evaluation model = evaluation(first, "model", commands);
    assertEquals(model.total().attempts(), comparison.get("attempts"));
    assertEquals(model.auc(), of(comparison, 0, "first"), 1e-4);
    assertEquals(model.total().logLoss(), of(comparison, 1, "first"), 1e-6);
    assertEquals(
        evaluation(second, "model", commands).total().rmse(), of(comparison, 2, "second"), 1e-6);
    assertTrue(of(comparison, 1, "upper") < 0);
    assertTrue(of(comparison, 1, "p_value") < 0.05);
    assertTrue(commands.said(), commands.said().contains("log_loss"));
  }

  @Test
  public void aModelIsComparedWithABaselineOfItsOwnRun() throws Exception {
    String work = run("gradus", 0.4, true, 2);
    LocalCommands commands = comparing(work, "").with(CompareCommand.AGAINST, "best-lr");
    Map<String, Object> comparison = compared(commands);
    assertTrue(commands.said(), commands.said().contains("second: best-lr of " + work));
    assertEquals(work + ": best-lr", comparison.get("second"));
    double expected = evaluation(work, "best-lr", commands).total().logLoss();
    assertEquals(expected, of(comparison, 1, "second"), 1e-6);
  }

  @Test
  public void baselinesNamedInAnyOrderKeepTheirOwnPredictions() throws Exception {
    String work = run("gradus", 0.4, true, 2, "pfa,bkt,irt");
    for (String baseline : List.of("irt", "pfa", "bkt")) {
      LocalCommands commands = comparing(work, "").with(CompareCommand.AGAINST, baseline);
      double expected = evaluation(work, baseline, commands).total().logLoss();
      assertEquals(baseline, expected, of(compared(commands), 1, "second"), 1e-6);
    }
  }

  @Test
  public void ofManyAnswersASampleOfStudentsIsTakenThatDoesNotDependOnTheFiles() throws Exception {
    String one = run("bias,wins", 0.5, true, 1);
    String three = run("bias", 0.5, true, 3);
    LocalCommands commands = comparing(one, three).with(CompareCommand.MOST_ATTEMPTS, 700L);
    Map<String, Object> there = compared(commands);
    Map<String, Object> back =
        compared(comparing(three, one).with(CompareCommand.MOST_ATTEMPTS, 700L));
    assertTrue((Long) there.get("attempts") <= 700 && (Long) there.get("attempts") > 100);
    assertEquals(there.get("attempts"), back.get("attempts"));
    assertEquals(of(there, 1, "difference"), -of(back, 1, "difference"), 0);
    assertTrue(commands.said(), commands.said().contains("a sample of"));
  }

  @Test
  public void runsThatHeldOtherStudentsOutAreRefused() throws Exception {
    LocalCommands commands = comparing(run("bias", 0.4, true, 1), run("bias", 0.2, true, 1));
    DataException refusal =
        assertThrows(DataException.class, () -> new CompareCommand().run(commands));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("same split"));
  }

  @Test
  public void aRunWithoutPredictionsIsRefusedWithWhatToDo() throws Exception {
    LocalCommands commands = comparing(run("bias", 0.4, false, 1), "");
    commands.with(CompareCommand.AGAINST, "pfa");
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> new CompareCommand().run(commands));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("--predictions"));
  }

  @Test
  public void anUnknownModelIsRefusedWithThoseThereAre() throws Exception {
    LocalCommands commands = comparing(run("bias", 0.4, true, 1), "");
    commands.with(CompareCommand.AGAINST, "dkt");
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> new CompareCommand().run(commands));
    String sentence = refusal.getMessage();
    assertTrue(sentence, sentence.startsWith("There are no predictions of 'dkt' in "));
    assertTrue(sentence, sentence.contains("model, exercise-mean, "));
  }

  @Test
  public void aModelIsNotComparedWithItself() throws Exception {
    LocalCommands commands = comparing("anywhere", "");
    assertThrows(SettingsException.class, () -> new CompareCommand().run(commands));
  }
}
