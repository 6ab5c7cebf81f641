package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;

public class LogisticObjectiveTest {
  private static final int COLUMNS = 7;

  private final ExampleMatrix examples = Examples.random(3 * Tile.ROWS + 100, COLUMNS, 3);
  private final double[] theta = new Random(4).doubles(COLUMNS, -1, 1).toArray();
  private final GaussianPrior prior =
      GaussianPrior.of(
          new Random(5).doubles(COLUMNS, -1, 1).toArray(),
          new Random(6).doubles(COLUMNS, 0, 3).toArray());
  private final LogisticObjective objective = new LogisticObjective(examples, prior);

  @Test
  public void valueIsTheFormula() {
    double expected = Examples.objective(examples, prior, theta);
    assertEquals(expected, objective.value(theta), 1e-13 * expected);
  }

  @Test
  public void valueSurvivesHugeMargins() {
    double[] huge = new double[COLUMNS];
    huge[0] = 1e5;
    double expected = Examples.objective(examples, prior, huge);
    assertEquals(expected, objective.value(huge), 1e-13 * expected);
  }

  @Test
  public void gradientIsTheSlopeOfTheValue() {
    double[] gradient = new double[COLUMNS];
    objective.valueAndGradient(theta, gradient);
    for (int j = 0; j < COLUMNS; j++) {
      double slope = (objective.value(moved(j, 1e-5)) - objective.value(moved(j, -1e-5))) / 2e-5;
      assertEquals(slope, gradient[j], 1e-4);
    }
  }

  @Test
  public void hessianIsTheSlopeOfTheGradient() {
    double[][] hessian = objective.hessian(theta);
    double[] up = new double[COLUMNS];
    double[] down = new double[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      objective.valueAndGradient(moved(j, 1e-5), up);
      objective.valueAndGradient(moved(j, -1e-5), down);
      for (int k = 0; k < COLUMNS; k++) {
        assertEquals((up[k] - down[k]) / 2e-5, hessian[j][k], 1e-4);
        assertEquals(hessian[k][j], hessian[j][k], 0);
      }
    }
  }

  private double[] moved(int column, double by) {
    double[] moved = theta.clone();
    moved[column] += by;
    return moved;
  }

  @Test
  public void partsAddUpToTheWhole() {
    LogisticLoss loss = new LogisticLoss(examples);
    double[] gradient = new double[COLUMNS];
    double[][] hessian = new double[COLUMNS][COLUMNS];
    double value = prior.add(theta, gradient);
    prior.addHessian(hessian);
    int[] cuts = {0, 1, 400, Tile.ROWS, Tile.ROWS, 2 * Tile.ROWS + 3, examples.rows()};
    for (int c = 1; c < cuts.length; c++) {
      value += loss.add(cuts[c - 1], cuts[c], theta, gradient);
      loss.addHessian(cuts[c - 1], cuts[c], theta, hessian);
    }
    double[] whole = new double[COLUMNS];
    assertEquals(objective.valueAndGradient(theta, whole), value, 1e-12 * value);
    assertArrayEquals(whole, gradient, 1e-11);
    for (int j = 0; j < COLUMNS; j++) {
      assertArrayEquals(objective.hessian(theta)[j], hessian[j], 1e-11);
    }
  }

  @Test
  public void fastLossIsGoodToSixDigits() {
    double[] expected = new double[COLUMNS];
    double[] gradient = new double[COLUMNS];
    double value = new LogisticLoss(examples).add(0, examples.rows(), theta, expected);
    FastLoss fast = new FastLoss(examples);
    for (int repeat = 0; repeat < 2; repeat++) {
      java.util.Arrays.fill(gradient, 0);
      assertEquals(3 * value, fast.add(theta, 3, gradient), 1e-6 * value);
      for (int j = 0; j < COLUMNS; j++) {
        assertEquals(3 * expected[j], gradient[j], 1e-6 * examples.rows());
      }
    }
  }
}
