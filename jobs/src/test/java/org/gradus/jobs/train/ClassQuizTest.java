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

  private StepHarness quiz(int students, int questions, int exercises) throws Exception {
    Random random = new Random(5);
    double[] easiness = random.doubles(questions, -0.8, 2.2).toArray();
    List<StudentHistory> histories = new ArrayList<>();
    for (int s = 0; s < students; s++) {
      double ability = random.nextGaussian();
      List<Attempt> attempts = new ArrayList<>();
      for (int q = 0; q < questions; q++) {
        double probability = 1 / (1 + Math.exp(-ability - easiness[q]));
        attempts.add(
            Attempt.on("exercise " + q % exercises)
                .item("question " + q)
                .order(q + 1)
                .correct(random.nextDouble() < probability)
                .build());
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

  private static void assertCloseToIrt(StepHarness harness) throws IOException {
    double model = logLoss(harness, "model");
    double irt = logLoss(harness, "irt");
    assertTrue("model " + model + ", irt " + irt, model < irt + 0.03);
  }

  @Test
  public void outcomesCannotBeReadFromRatesOfExercises() throws Exception {
    assertCloseToIrt(quiz(100, 10, 2));
  }

  @Test
  public void norFromTransitions() throws Exception {
    assertCloseToIrt(quiz(250, 40, 5));
  }
}
