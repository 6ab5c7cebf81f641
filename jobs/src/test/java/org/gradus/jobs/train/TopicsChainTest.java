package org.gradus.jobs.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
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
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.DifficultyFiles;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.json.JsonWriter;
import org.gradus.model.knowledge.ExerciseParameters;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;
import org.gradus.model.prior.PooledPrior;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Exercises inside topics, on LocalJobRunner. */
public class TopicsChainTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<StudentHistory> histories =
      SimulatedTopics.withNew(SimulatedHistories.of(80, 6));
  private String topics;

  @Before
  public void writeTopics() throws IOException {
    topics = SimulatedTopics.file(histories, folder.getRoot());
  }

  private StepHarness prepared(List<StudentHistory> shuffled, int files, int reducers)
      throws IOException, InterruptedException {
    StepHarness harness =
        new StepHarness(folder.newFolder())
            .with("mapreduce.job.reduces", Integer.toString(reducers))
            .with(ExampleMapper.FEATURES, "bias,local,difficulty")
            .with(ExercisePrior.TOPICS, topics);
    return SimulatedHistories.give(harness, shuffled, files).run(new DifficultyStep());
  }

  private StepHarness estimated() throws IOException, InterruptedException {
    return prepared(histories, 2, 2).run(new PriorStep());
  }

  private static PooledPrior prior(StepHarness harness) throws IOException {
    Path part = new Path(harness.output("prior"), "holdout/part-r-00000");
    return PooledPrior.fromJson(JsonFile.read(part, harness.configuration()));
  }

  private static Map<String, ExerciseParameters> parameters(StepHarness harness)
      throws IOException {
    Map<String, ExerciseParameters> parameters = new TreeMap<>();
    Path file = new Path(harness.output("model"), KnowledgeModel.PARAMETERS_FILE);
    try (BufferedReader lines = DifficultyFiles.open(file, harness.configuration())) {
      lines
          .lines()
          .map(ExerciseParameters::fromJson)
          .forEach(exercise -> parameters.put(exercise.exercise(), exercise));
    }
    return parameters;
  }

  private static KnowledgeModel model(StepHarness harness) throws IOException {
    return KnowledgeModel.load(java.nio.file.Path.of(harness.output("model").toUri().getPath()));
  }

  @Test
  public void exercisesWithoutTrainingAttemptsArePredictedFromTheirTopic() throws Exception {
    StepHarness harness = estimated();
    PooledPrior prior = prior(harness);
    assertEquals(7L, harness.figures().get("exercises with a topic"));
    ExerciseParameters heldOutOnly =
        parameters(harness.run(new TrainStep())).get(SimulatedTopics.NEW);
    double[] mean = prior.topics().of(SimulatedTopics.NEW).orElseThrow();
    assertFalse(heldOutOnly.fitted());
    assertArrayEquals(mean, heldOutOnly.theta(), 0);
    StudentState student = model(harness).newStudent();
    for (Attempt attempt : histories.get(0).attempts()) {
      student.observe(attempt);
    }
    double untried = student.predict(SimulatedTopics.UNTRIED, "");
    assertNotEquals(student.predict("without a topic", ""), untried, 1e-6);
    assertEquals(
        "the topics of the model are those of the prior",
        JsonWriter.write(prior.topics().toJson()),
        JsonWriter.write(model(harness).header().get("topics")));
  }

  @Test
  public void thetasAreShrunkTowardTheirTopicInMemoryAndInRounds() throws Exception {
    StepHarness harness = estimated().with(ExercisePrior.RIDGE, "auto*1000000");
    Map<String, ExerciseParameters> inMemory = parameters(harness.run(new TrainStep()));
    Map<String, ExerciseParameters> inRounds =
        parameters(harness.with(TrainStep.MOST_ATTEMPTS, 1L).run(new TrainStep()));
    assertEquals(7, harness.figures().get("exercises fitted in rounds"));
    PooledPrior prior = prior(harness);
    inMemory.forEach(
        (exercise, parameters) -> {
          double[] mean = prior.topics().of(exercise).orElseThrow();
          assertArrayEquals(exercise, mean, parameters.theta(), 1e-4);
          assertArrayEquals(exercise, mean, inRounds.get(exercise).theta(), 1e-4);
        });
  }

  @Test
  public void theModelIsTheSameForAnySplitsReducersAndOrder() throws Exception {
    StepHarness one = estimated().run(new TrainStep());
    List<StudentHistory> shuffled = new ArrayList<>(histories);
    Collections.shuffle(shuffled, new Random(7));
    StepHarness other = prepared(shuffled, 3, 5).with("gradus.prior.threads", "3");
    other.run(new PriorStep()).run(new TrainStep());
    assertEquals(JsonWriter.write(prior(one).toJson()), JsonWriter.write(prior(other).toJson()));
    Map<String, ExerciseParameters> others = parameters(other);
    parameters(one)
        .forEach((name, exercise) -> assertEquals(exercise.toJson(), others.get(name).toJson()));
  }

  @Test
  public void topicsOfNoExerciseOfTheLogAreRefusedBeforeAnyJob() throws Exception {
    Files.writeString(java.nio.file.Path.of(topics), "exercise_id,topic\nunknown,first\n");
    StepHarness harness = prepared(histories, 1, 1);
    DataException refusal = assertThrows(DataException.class, () -> harness.run(new PriorStep()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("'unknown'"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(topics));
  }

  @Test
  public void topicsNeedThePooledPrior() throws Exception {
    StepHarness harness =
        prepared(histories, 1, 1).with(ExercisePrior.KIND, ExercisePrior.Kind.NONE);
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> harness.run(new TrainStep()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("--prior none"));
  }

  @Test
  public void theFileIsAnInputOfTheStep() throws Exception {
    StepHarness harness = new StepHarness(folder.newFolder()).with(ExercisePrior.TOPICS, topics);
    List<String> inputs = new PriorStep().externalInputs(harness.configuration());
    assertEquals(1, inputs.size());
    assertTrue(inputs.get(0), inputs.get(0).endsWith("topics.csv"));
  }
}
