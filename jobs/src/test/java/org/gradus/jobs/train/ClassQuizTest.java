package org.gradus.jobs.train;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;
import org.gradus.jobs.difficulty.DifficultyStep;
import org.gradus.jobs.driver.StepHarness;
import org.gradus.jobs.examples.SimulatedHistories;
import org.gradus.jobs.prior.PriorStep;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.evaluate.Evaluation;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * All students answer the same questions in the same order, by a Rasch model. Then rates without
 * the answers of a student differ between students by these answers alone, so that training
 * students' outcomes can be read from them; a model that does so is worse than a constant for
 * others.
 */
public class ClassQuizTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private long seed = 1;
  private int students = 250;
  private int questions = 20;
  private int exercises = 5;
  private double abilities = 0.5;
  private double[] easiness = {0.7, 0.7};
  private double skipped = 0.05;
  private double tolerance = 0.005;

  private StepHarness quiz() throws Exception {
    Random random = new Random(seed);
    double[] logits =
        random.doubles(questions).map(u -> easiness[0] + u * (easiness[1] - easiness[0])).toArray();
    List<StudentHistory> histories = new ArrayList<>();
    for (int s = 0; s < students; s++) {
      double ability = abilities * random.nextGaussian();
      List<Attempt> attempts = new ArrayList<>();
      for (int q = 0; q < questions; q++) {
        boolean correct = random.nextDouble() < 1 / (1 + Math.exp(-ability - logits[q]));
        if (random.nextDouble() >= skipped) {
          Attempt.Builder attempt = Attempt.on("exercise " + q % exercises).item("question " + q);
          attempts.add(attempt.order(q + 1).correct(correct).build());
        }
      }
      histories.add(new StudentHistory("student " + s, attempts));
    }
    return SimulatedHistories.give(new StepHarness(folder.newFolder()), histories, 1)
        .run(new DifficultyStep())
        .run(new PriorStep())
        .run(new TrainStep());
  }

  @SuppressWarnings("unchecked")
  private static double logLoss(StepHarness harness, String which) throws IOException {
    Path overall = new Path(harness.output("evaluation"), "overall.json");
    Map<String, Object> evaluations =
        (Map<String, Object>) JsonFile.read(overall, harness.configuration()).get("evaluations");
    return Evaluation.fromJson((Map<String, Object>) evaluations.get(which)).total().logLoss();
  }

  private void assertCloseToIrt(StepHarness harness) throws IOException {
    double model = logLoss(harness, "model");
    double irt = logLoss(harness, "irt");
    assertTrue("model " + model + ", irt " + irt, model < irt + tolerance);
  }

  @Test
  public void outcomesCannotBeReadFromTheRateOfTheExercise() throws Exception {
    seed = 4;
    students = 60;
    questions = 12;
    exercises = 1;
    abilities = 1;
    easiness = new double[] {-0.8, 2.2};
    skipped = 0;
    tolerance = 0.012;
    assertCloseToIrt(quiz());
  }

  @Test
  public void norFromTransitions() throws Exception {
    assertCloseToIrt(quiz());
  }

  @Test
  public void norFromTransitionsBetweenEqualQuestions() throws Exception {
    students = 60;
    questions = 40;
    exercises = 4;
    abilities = 0.3;
    easiness = new double[] {0.4, 0.4};
    skipped = 0;
    assertCloseToIrt(quiz());
  }

  @Test
  public void norFromTransitionsThatManyStudentsMake() throws Exception {
    students = 800;
    questions = 30;
    exercises = 30;
    skipped = 0;
    easiness = new double[] {-1, 2};
    assertCloseToIrt(quiz());
  }
}
