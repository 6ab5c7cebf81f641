package org.gradus.jobs.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.jobs.train.TrainStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.evaluate.Evaluation;
import org.gradus.model.knowledge.KnowledgeModel;
import org.gradus.model.knowledge.StudentState;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;
import org.gradus.model.simulate.SimulatedAttempt;
import org.gradus.model.simulate.SimulatedClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The chain finds what was planted: on held-out students, against the true probabilities. */
public class RecoveredTruthTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final ClassOptions OPTIONS =
      new ClassOptions()
          .with(ClassOption.STUDENTS, 700)
          .with(ClassOption.EXERCISES, 8)
          .with(ClassOption.MEAN_ATTEMPTS, 70);

  private static final Evaluation FITTED = new Evaluation();
  private static final Evaluation TRUE = new Evaluation();
  private static final Evaluation INFORMED = new Evaluation();
  private static final List<double[]> PREDICTED_AND_TRUE = new ArrayList<>();

  @BeforeClass
  public static void train() throws Exception {
    SimulatedClass simulated = new SimulatedClass(OPTIONS);
    List<StudentHistory> histories = new ArrayList<>();
    for (int i = 0; i < OPTIONS.students(); i++) {
      histories.add(history(simulated, i));
    }
    StepHarness harness = new StepHarness(FOLDER.newFolder());
    SimulatedHistories.give(harness, histories, 2)
        .run(new DifficultyStep())
        .run(new PriorStep())
        .run(new TrainStep());
    KnowledgeModel model =
        KnowledgeModel.load(java.nio.file.Path.of(harness.output("model").toUri().getPath()));
    StudentSplit split = StudentSplit.of(harness.configuration());
    for (int i = 0; i < OPTIONS.students(); i++) {
      if (split.roleOf(histories.get(i)) == StudentSplit.Role.HELD_OUT) {
        follow(model.newStudent(), new InformedLearner(simulated), simulated.student(i).attempts());
      }
    }
  }

  private static StudentHistory history(SimulatedClass simulated, int student) {
    List<Attempt> attempts =
        simulated.student(student).attempts().stream()
            .map(SimulatedAttempt::attempt)
            .collect(Collectors.toList());
    return new StudentHistory(simulated.student(student).id(), attempts);
  }

  private static void follow(
      StudentState student, InformedLearner learner, List<SimulatedAttempt> attempts) {
    for (SimulatedAttempt a : attempts) {
      double predicted = student.predict(a.attempt());
      boolean correct = a.attempt().correct();
      FITTED.add(predicted, correct, a.opportunity(), 0);
      INFORMED.add(learner.predict(a.attempt()), correct, a.opportunity(), 0);
      TRUE.add(a.trueProbability(), correct, a.opportunity(), 0);
      PREDICTED_AND_TRUE.add(
          new double[] {predicted, a.trueProbability(), learner.predict(a.attempt())});
      student.observe(a.attempt());
      learner.observe(a.attempt());
    }
  }

  private static double[] column(int index) {
    return PREDICTED_AND_TRUE.stream().mapToDouble(pair -> pair[index]).toArray();
  }

  @Test
  public void heldOutLogLossIsNearlyThatOfOneWhoKnowsTheClass() {
    double fitted = FITTED.total().logLoss();
    double informed = INFORMED.total().logLoss();
    double truth = TRUE.total().logLoss();
    String all = fitted + " against " + informed + " and " + truth;
    assertTrue(all, truth < informed && informed < fitted);
    assertTrue(all, fitted < informed + 0.01);
  }

  @Test
  public void predictionsFollowTheTrueProbabilities() {
    PearsonsCorrelation correlation = new PearsonsCorrelation();
    double fitted = correlation.correlation(column(0), column(1));
    double informed = correlation.correlation(column(2), column(1));
    assertTrue(fitted + " against " + informed, fitted > 0.87 && fitted > informed - 0.03);
  }

  @Test
  public void predictionsAreNeitherTooBoldNorTooTimid() {
    SimpleRegression trueOnPredicted = new SimpleRegression();
    PREDICTED_AND_TRUE.forEach(pair -> trueOnPredicted.addData(pair[0], pair[1]));
    assertEquals("slope", 1, trueOnPredicted.getSlope(), 0.08);
    assertEquals("mean", TRUE.total().meanProbability(), FITTED.total().meanProbability(), 0.015);
  }
}
