package org.gradus.jobs.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.jobs.train.TrainStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;
import org.gradus.model.simulate.SimulatedExercise;
import org.gradus.model.simulate.SimulatedItem;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What is predicted on the first day: every sixth exercise, and the first item of every other one,
 * is unknown to training; held-out students meet them. Beside the model stands {@link
 * InformedLearner}, who knows the class and is told as much about what is new as anybody can know
 * of it: which items there are, but not which of them this is.
 */
public class ColdStartTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final ClassOptions OPTIONS =
      new ClassOptions()
          .with(ClassOption.STUDENTS, 600)
          .with(ClassOption.EXERCISES, 24)
          .with(ClassOption.ITEMS_PER_EXERCISE, 8)
          .with(ClassOption.MEAN_ATTEMPTS, 60);
  private static final SimulatedClass CLASS = new SimulatedClass(OPTIONS);
  private static final int AFTER = 4;

  private static final Group NEW_STUDENT = new Group();
  private static final Group NEW_ITEM = new Group();
  private static final Group NEW_EXERCISE = new Group();
  private static final Group LATER = new Group();
  private static KnowledgeModel model;

  /** Predictions of the same answers by the model and by one who knows the class. */
  private static final class Group {
    private final PredictionSums fitted = new PredictionSums();
    private final PredictionSums informed = new PredictionSums();

    void add(double byModel, double byOracle, boolean correct) {
      fitted.add(byModel, correct);
      informed.add(byOracle, correct);
    }

    double excess() {
      return fitted.logLoss() - informed.logLoss();
    }

    @Override
    public String toString() {
      return String.format(
          "%d answers, log loss above that of the informed by %.4f; predicted %.3f, informed %.3f,"
              + " happened %.3f",
          fitted.attempts(),
          excess(),
          fitted.meanProbability(),
          informed.meanProbability(),
          fitted.shareCorrect());
    }
  }

  private static boolean isNewExercise(Attempt attempt) {
    return exercise(attempt) % 6 == 5;
  }

  private static boolean isNewItem(Attempt attempt) {
    SimulatedExercise exercise = CLASS.exercises().get(exercise(attempt));
    return attempt.item().equals(exercise.items().get(0).name());
  }

  private static int exercise(Attempt attempt) {
    int index = 0;
    while (!CLASS.exercises().get(index).name().equals(attempt.exercise())) {
      index++;
    }
    return index;
  }

  @BeforeClass
  public static void train() throws Exception {
    StepHarness harness = new StepHarness(FOLDER.newFolder());
    StudentSplit split = StudentSplit.of(harness.configuration());
    List<StudentHistory> known = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int i = 0; i < OPTIONS.students(); i++) {
      List<Attempt> attempts = new ArrayList<>();
      CLASS.student(i).attempts().forEach(attempt -> attempts.add(attempt.attempt()));
      attempts.removeIf(attempt -> isNewExercise(attempt) || isNewItem(attempt));
      if (!attempts.isEmpty()) {
        StudentHistory history = new StudentHistory(CLASS.student(i).id(), attempts);
        known.add(history);
        if (split.roleOf(history) == StudentSplit.Role.HELD_OUT) {
          heldOut.add(i);
        }
      }
    }
    SimulatedHistories.give(harness, known, 2)
        .run(new DifficultyStep())
        .run(new PriorStep())
        .run(new TrainStep());
    model = KnowledgeModel.load(java.nio.file.Path.of(harness.output("model").toUri().getPath()));
    heldOut.forEach(student -> follow(CLASS.student(student).attempts()));
  }

  private static void follow(List<SimulatedAttempt> attempts) {
    StudentState student = model.newStudent();
    InformedLearner stranger = new InformedLearner(CLASS);
    InformedLearner learner = new InformedLearner(CLASS);
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i).attempt();
      double predicted = student.predict(attempt);
      if (isNewExercise(attempt)) {
        boolean first = attempts.get(i).opportunity() == 1;
        if (first) {
          NEW_EXERCISE.add(predicted, meanOver(CLASS.exercises(), stranger), attempt.correct());
        } else if (attempts.get(i).opportunity() > AFTER) {
          LATER.add(predicted, learner.predict(attempt), attempt.correct());
        }
      } else if (isNewItem(attempt)) {
        List<SimulatedExercise> its = List.of(CLASS.exercises().get(exercise(attempt)));
        NEW_ITEM.add(predicted, meanOver(its, stranger), attempt.correct());
      } else if (i == 0) {
        NEW_STUDENT.add(predicted, learner.predict(attempt), attempt.correct());
      }
      student.observe(attempt);
      learner.observe(attempt);
    }
  }

  /** What is expected of an item that could be any of these exercises. */
  private static double meanOver(List<SimulatedExercise> exercises, InformedLearner learner) {
    double sum = 0;
    int items = 0;
    for (SimulatedExercise exercise : exercises) {
      for (SimulatedItem item : exercise.items()) {
        sum += learner.predict(Attempt.on(exercise.name()).item(item.name()).build());
        items++;
      }
    }
    return sum / items;
  }

  private static void assertNearlyAsGood(Group group, int least, double tolerance) {
    assertTrue(group.toString(), group.fitted.attempts() > least);
    assertTrue(group.toString(), group.excess() < tolerance);
  }

  @Test
  public void aNewStudentIsPredictedFromTheFirstAnswerOn() {
    assertNearlyAsGood(NEW_STUDENT, 80, 0.045);
    assertEquals(
        NEW_STUDENT.toString(),
        NEW_STUDENT.informed.meanProbability(),
        NEW_STUDENT.fitted.meanProbability(),
        0.02);
  }

  @Test
  public void aNewItemIsPredictedAsItsExerciseIs() {
    assertNearlyAsGood(NEW_ITEM, 400, 0.02);
    assertEquals(
        NEW_ITEM.toString(),
        NEW_ITEM.informed.meanProbability(),
        NEW_ITEM.fitted.meanProbability(),
        0.04);
  }

  @Test
  public void aNewExerciseIsPredictedAsExercisesAre() {
    assertNearlyAsGood(NEW_EXERCISE, 150, 0.02);
    assertEquals(
        NEW_EXERCISE.toString(),
        NEW_EXERCISE.informed.meanProbability(),
        NEW_EXERCISE.fitted.meanProbability(),
        0.05);
  }

  /** By then its own answers tell; the informed one knows its items besides. */
  @Test
  public void aNewExerciseIsFollowedWithoutTraining() {
    assertNearlyAsGood(LATER, 300, 0.06);
  }
}
