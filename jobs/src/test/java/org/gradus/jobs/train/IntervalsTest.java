package org.gradus.jobs.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.ExercisePrior;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.Prediction;
import org.gradus.model.knowledge.StudentState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Intervals of a model that the chain has trained. */
public class IntervalsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private KnowledgeModel trained(List<StudentHistory> histories, boolean intervals)
      throws IOException, InterruptedException {
    File work = folder.newFolder();
    StepHarness harness =
        new StepHarness(work)
            .with(ExampleMapper.FEATURES, "bias,local,difficulty")
            .with(ExercisePrior.RIDGE, "1")
            .with(TrainStep.INTERVALS, intervals);
    SimulatedHistories.give(harness, histories, 1)
        .run(new DifficultyStep())
        .run(new PriorStep())
        .run(new TrainStep());
    return KnowledgeModel.load(java.nio.file.Path.of(harness.output("model").toUri().getPath()));
  }

  private static StudentState student(KnowledgeModel model, String exercise) {
    StudentState student = model.newStudent();
    for (int i = 0; i < 5; i++) {
      student.observe(Attempt.on(exercise).item("q" + i).correct(i % 2 == 0).build());
    }
    return student;
  }

  @Test
  public void holdThePredictionAndAreWidestForAnExerciseNobodyHasTried() throws Exception {
    KnowledgeModel model = trained(SimulatedHistories.of(60, 4), true);
    double widestKnown = 0;
    for (String exercise : model.exercises()) {
      StudentState student = student(model, exercise);
      Prediction prediction = student.predictWithInterval(exercise, "");
      assertEquals(student.predict(exercise, ""), prediction.probability(), 0);
      assertTrue(prediction.lower(0.9) < prediction.probability());
      assertTrue(prediction.upper(0.9) > prediction.probability());
      assertTrue(prediction.upper(0.99) > prediction.upper(0.9));
      widestKnown = Math.max(widestKnown, prediction.standardError());
    }
    Prediction unknown = student(model, "new").predictWithInterval("new", "");
    assertTrue(unknown.standardError() > widestKnown);
  }

  @Test
  public void shrinkWithTheNumberOfStudents() throws Exception {
    KnowledgeModel few = trained(SimulatedHistories.of(40, 4), true);
    KnowledgeModel many = trained(SimulatedHistories.of(300, 4), true);
    String exercise = few.exercises().iterator().next();
    double wide = student(few, exercise).predictWithInterval(exercise, "").standardError();
    double narrow = student(many, exercise).predictWithInterval(exercise, "").standardError();
    assertTrue(wide + " to " + narrow, narrow < 0.6 * wide);
  }

  @Test
  public void aModelTrainedWithoutSaysSo() throws Exception {
    KnowledgeModel model = trained(SimulatedHistories.of(30, 3), false);
    String exercise = model.exercises().iterator().next();
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () -> model.newStudent().predictWithInterval(exercise, ""));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("gradus.train.intervals"));
  }
}
