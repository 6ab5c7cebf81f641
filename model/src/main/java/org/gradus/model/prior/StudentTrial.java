package org.gradus.model.prior;

import java.util.Arrays;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticLoss;
import org.gradus.model.hash.StableHash;

/**
 * Cross-validation of priors over groups of students, without fits: around a theta the loss of each
 * group is taken as quadratic, with gradient g and Hessian H, and so what a fit to the other groups
 * under another prior of mean mu and precisions P would come to,
 *
 * <pre>theta + d, d = -(sum of other H + P)^-1 (sum of other g + P (theta - mu)),</pre>
 *
 * and by how much the group's own loss would then differ: g'd + d'Hd / 2. One Hessian of the rows
 * serves for all priors; each costs columns^3 / 6 multiplications for a group. Memory: 8 x
 * columns^2 bytes for a group, and a copy of the largest group's rows while they are summed.
 */
final class StudentTrial {
  /** Number of groups. */
  static final int GROUPS = 10;

  private final double[] theta;
  private final double[][] gradients = new double[GROUPS][];
  private final double[][][] hessians = new double[GROUPS][][];
  private final double[] gradient;
  private final double[][] hessian;

  /**
   * Sums the rows from {@code first} to {@code end}.
   *
   * @param groups by row, from 0
   * @param theta close to the optimum
   */
  StudentTrial(ExampleMatrix rows, int first, int end, byte[] groups, double[] theta) {
    this.theta = theta;
    int columns = theta.length;
    gradient = new double[columns];
    hessian = new double[columns][columns];
    ExampleMatrix own = new ExampleMatrix(columns);
    for (byte group = 0; group < GROUPS; group++) {
      own.clear();
      for (int row = first; row < end; row++) {
        if (groups[row] == group) {
          own.appendRows(rows, row, row + 1);
        }
      }
      if (own.rows() > 0) {
        sum(own, group);
      }
    }
  }

  private void sum(ExampleMatrix own, int group) {
    int columns = theta.length;
    gradients[group] = new double[columns];
    hessians[group] = new double[columns][columns];
    LogisticLoss loss = new LogisticLoss(own);
    loss.add(0, own.rows(), theta, gradients[group]);
    loss.addHessian(0, own.rows(), theta, hessians[group]);
    for (int j = 0; j < columns; j++) {
      gradient[j] += gradients[group][j];
      for (int k = 0; k < columns; k++) {
        hessian[j][k] += hessians[group][j][k];
      }
    }
  }

  /** The group of a student. */
  static byte group(String student) {
    return (byte) Math.floorMod(StableHash.of("trial", student), GROUPS);
  }

  /** By group, how much its loss under a prior differs from that at theta; 0 without rows. */
  double[] losses(GaussianPrior prior) {
    double[] losses = new double[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      if (gradients[group] != null) {
        losses[group] = loss(group, prior);
      }
    }
    return losses;
  }

  private double loss(int group, GaussianPrior prior) {
    int columns = theta.length;
    double[][] others = new double[columns][];
    double[] pull = new double[columns];
    for (int j = 0; j < columns; j++) {
      others[j] = Arrays.copyOf(hessian[j], j + 1);
      for (int k = 0; k <= j; k++) {
        others[j][k] -= hessians[group][j][k];
      }
      others[j][j] += prior.precision(j);
      double distance = theta[j] - prior.mean(j);
      pull[j] = gradients[group][j] - gradient[j] - prior.precision(j) * distance;
    }
    double[] step = Cholesky.of(others).solve(pull);
    double loss = 0;
    for (int j = 0; j < columns; j++) {
      double curved = 0;
      for (int k = 0; k < columns; k++) {
        curved += hessians[group][j][k] * step[k];
      }
      loss += step[j] * (gradients[group][j] + curved / 2);
    }
    return loss;
  }
}
