package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.Test;

public class CholeskyTest {
  @Test
  public void agreesWithCommonsMath() {
    double[][] hessian =
        new LogisticObjective(Examples.random(200, 13, 1), GaussianPrior.ridge(13, 0.5))
            .hessian(new double[13]);
    DecompositionSolver expected =
        new CholeskyDecomposition(MatrixUtils.createRealMatrix(hessian)).getSolver();
    Cholesky cholesky = Cholesky.of(hessian);
    assertEquals(0, cholesky.jitter(), 0);
    double[] b = hessian[3].clone();
    b[5] += 2;
    double[] x = expected.solve(MatrixUtils.createRealVector(b)).toArray();
    assertArrayEquals(x, cholesky.solve(b), 1e-12);
    assertEquals(
        MatrixUtils.createRealVector(b).dotProduct(MatrixUtils.createRealVector(x)),
        cholesky.inverseQuadraticForm(b),
        1e-10);
    double[] diagonal = cholesky.inverseDiagonal();
    for (int j = 0; j < 13; j++) {
      assertEquals(expected.getInverse().getEntry(j, j), diagonal[j], 1e-13);
    }
  }

  @Test
  public void jitterCarriesSingularMatrices() {
    Cholesky singular = Cholesky.of(new double[][] {{4, 4, 0}, {4, 4, 0}, {0, 0, 0}});
    assertTrue(singular.jitter() > 0 && singular.jitter() < 1e-9);
    double[] x = singular.solve(new double[] {8, 8, 0});
    assertEquals(2, x[0] + x[1], 1e-6);
  }

  @Test
  public void refusesWhatIsNotANumber() {
    assertThrows(IllegalArgumentException.class, () -> Cholesky.of(new double[][] {{Double.NaN}}));
  }
}
