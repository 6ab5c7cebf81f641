package org.gradus.model.features;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyTable;
import org.gradus.model.difficulty.DifficultyView;
import org.junit.Test;

public final class StudentAbilityTest {
  private static final int STUDENTS = 2000;

  /** One exercise, of which half of all answers are correct. */
  private static DifficultyView view() {
    DifficultyTable table = new DifficultyTable(10, 10);
    table.add("x", "", 1000, 2000);
    return table.view();
  }

  private static Attempt answer(boolean correct) {
    return Attempt.on("x").correct(correct).order(0).build();
  }

  /** Spread, over students of standard normal ability, of what is known after so many answers. */
  private static double spread(int answers) {
    Random random = new Random(7);
    double squares = 0;
    for (int i = 0; i < STUDENTS; i++) {
      double truth = random.nextGaussian();
      StudentAbility student = new StudentAbility(view());
      for (int k = 0; k < answers; k++) {
        student.observe(answer(random.nextDouble() < 1 / (1 + Math.exp(-truth))));
      }
      squares += Math.pow(student.before(answer(true)), 2);
    }
    return Math.sqrt(squares / STUDENTS);
  }

  /** The posterior mean alone has a spread of 0.40 after one answer, 0.90 after fifty. */
  @Test
  public void aClassLooksTheSameHoweverMuchIsKnown() {
    for (int answers : new int[] {1, 4, 15, 50, 200}) {
      assertEquals(answers + " answers", 1, spread(answers), 0.12);
    }
  }

  @Test
  public void nothingIsKnownBeforeTheFirstAnswer() {
    StudentAbility student = new StudentAbility(view());
    assertTrue(Double.isNaN(student.before(answer(true))));
    student.observe(answer(false));
    double weak = student.before(answer(true));
    assertTrue(weak < 0);
    assertEquals("the coming outcome is not looked at", weak, student.before(answer(false)), 0);
  }
}
