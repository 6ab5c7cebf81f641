package org.gradus.model.prior;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;
import org.gradus.model.fit.LogisticLoss;
import org.junit.Test;

/** What is predicted for other groups of students, against fits to all groups but one. */
public class StudentTrialTest {
  private static final int ROWS = 3_000;

  private final Random random = new Random(31);
  private final ExampleMatrix rows = new ExampleMatrix(4);
  private final byte[] groups = new byte[ROWS];

  public StudentTrialTest() {
    for (int i = 0; i < ROWS; i++) {
      float[] row = {1, gaussian(), gaussian(), gaussian()};
      double logit = 0.4 + 0.8 * row[1] - 0.5 * row[2];
      rows.append(row, random.nextDouble() < 1 / (1 + Math.exp(-logit)));
      groups[i] = StudentTrial.group("student " + random.nextInt(100));
    }
  }

  private float gaussian() {
    return (float) random.nextGaussian();
  }

  private double loss(int first, int end, int group, double[] theta) {
    ExampleMatrix part = part(first, end, group, true);
    return new LogisticLoss(part).add(0, part.rows(), theta, new double[4]);
  }

  /** Rows of a group, or of all others. */
  private ExampleMatrix part(int first, int end, int group, boolean own) {
    ExampleMatrix part = new ExampleMatrix(4);
    for (int row = first; row < end; row++) {
      if (groups[row] == group == own) {
        part.appendRows(rows, row, row + 1);
      }
    }
    return part;
  }

  private double[] fit(ExampleMatrix part, GaussianPrior prior) {
    return LogisticFit.fit(part, prior, new double[4], FitOptions.defaults()).theta();
  }

  private void agree(int first, int end) {
    ExampleMatrix all = new ExampleMatrix(4);
    all.appendRows(rows, first, end);
    double[] theta = fit(all, GaussianPrior.ridge(4, 1));
    StudentTrial trial = new StudentTrial(rows, first, end, groups, theta);
    GaussianPrior prior =
        GaussianPrior.of(new double[] {0, 0.2, 0, 0}, new double[] {1, 200, 3, 30});
    double[] losses = trial.losses(prior);
    for (int group = 0; group < StudentTrial.GROUPS; group++) {
      double[] other = fit(part(first, end, group, false), prior);
      double difference = loss(first, end, group, other) - loss(first, end, group, theta);
      assertEquals("group " + group, difference, losses[group], 0.1 * Math.abs(difference) + 0.03);
    }
  }

  @Test
  public void lossesAreThoseOfFitsWithoutTheGroup() {
    agree(0, ROWS);
    agree(700, 2_100);
  }

  @Test
  public void aGroupWithoutRowsLosesNothing() {
    int end = 1;
    byte only = groups[0];
    double[] losses =
        new StudentTrial(rows, 0, end, groups, new double[4]).losses(GaussianPrior.ridge(4, 1));
    double[] nothing = new double[StudentTrial.GROUPS];
    nothing[only] = losses[only];
    assertArrayEquals(nothing, losses, 0);
  }
}
