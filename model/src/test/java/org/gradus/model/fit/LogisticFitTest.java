package org.gradus.model.fit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class LogisticFitTest {
  private static FitResult fit(ExampleMatrix examples, GaussianPrior prior) {
    return LogisticFit.fit(examples, prior, new double[prior.columns()], FitOptions.defaults());
  }

  private static void assertFinite(FitResult fit) {
    assertTrue(Arrays.stream(fit.theta()).allMatch(Double::isFinite));
    assertTrue(Double.isFinite(fit.objective()));
  }

  @Test
  public void findsTheOptimumOfFewAndOfManyRows() {
    for (int rows : new int[] {1, 5, 40, 511, 512, 513, 1100, 2047, 5000}) {
      ExampleMatrix examples = Examples.random(rows, 9, rows);
      GaussianPrior prior = GaussianPrior.ridge(9, 0.8);
      double[] optimum = Examples.newton(examples, prior);
      double least = Examples.objective(examples, prior, optimum);
      FitResult fit = fit(examples, prior);
      assertTrue(fit.converged());
      assertEquals(least, fit.objective(), 2e-8 * (1 + least));
      assertEquals(Examples.objective(examples, prior, fit.theta()), fit.objective(), 1e-9);
      FitOptions strict = FitOptions.defaults().withTolerance(1e-14);
      assertArrayEquals(
          optimum, LogisticFit.fit(examples, prior, optimum.clone(), strict).theta(), 1e-5);
    }
  }

  @Test
  public void priorMeansAndPrecisionsCount() {
    ExampleMatrix examples = Examples.random(300, 6, 8);
    double[] mean = new Random(9).doubles(6, -2, 2).toArray();
    GaussianPrior prior = GaussianPrior.of(mean, new double[] {0, 0.1, 1, 10, 100, 1e6});
    double[] theta = fit(examples, prior).theta();
    assertArrayEquals(Examples.newton(examples, prior), theta, 1e-3);
    assertEquals(mean[5], theta[5], 1e-3);
  }

  @Test
  public void tighterToleranceComesCloser() {
    ExampleMatrix examples = Examples.random(3000, 20, 8);
    GaussianPrior prior = GaussianPrior.ridge(20, 1);
    double least = Examples.objective(examples, prior, Examples.newton(examples, prior));
    for (double tolerance : new double[] {1e-3, 1e-6, 1e-9, 1e-12}) {
      FitOptions options = FitOptions.defaults().withTolerance(tolerance);
      FitResult fit = LogisticFit.fit(examples, prior, new double[20], options);
      assertTrue(fit.converged());
      assertTrue(fit.gap() <= tolerance * (1 + least));
      assertEquals(least, fit.objective(), 3 * tolerance * (1 + least));
    }
  }

  @Test
  public void startHardlyChangesTheResult() {
    ExampleMatrix examples = Examples.random(4000, 10, 8);
    GaussianPrior prior = GaussianPrior.ridge(10, 1);
    FitResult cold = fit(examples, prior);
    for (double far : new double[] {1, 30, 1e4}) {
      double[] start = new Random(2).doubles(10, -far, far).toArray();
      FitResult warm = LogisticFit.fit(examples, prior, start, FitOptions.defaults());
      assertTrue("from " + far, warm.converged());
      assertEquals(cold.objective(), warm.objective(), 2e-8 * (1 + cold.objective()));
    }
    FitResult again = LogisticFit.fit(examples, prior, cold.theta(), FitOptions.defaults());
    assertTrue(again.iterations() <= 4);
  }

  @Test
  public void runsAreTheSameToTheLastBit() {
    GaussianPrior prior = GaussianPrior.ridge(11, 1);
    for (int rows : new int[] {30, 700, 5000}) {
      double[] once = fit(Examples.random(rows, 11, 7), prior).theta();
      for (int run = 0; run < 20; run++) {
        assertArrayEquals(once, fit(Examples.random(rows, 11, 7), prior).theta(), 0);
      }
    }
  }

  @Test
  public void orderOfRowsDoesNotMatterForTheAccuracy() {
    ExampleMatrix examples = Examples.random(5000, 11, 7);
    ExampleMatrix backwards = new ExampleMatrix(11);
    for (int i = examples.rows() - 1; i >= 0; i--) {
      backwards.append(Examples.row(examples, i), examples.label(i));
    }
    GaussianPrior prior = GaussianPrior.ridge(11, 1);
    double objective = fit(examples, prior).objective();
    assertEquals(objective, fit(backwards, prior).objective(), 2e-8 * objective);
  }

  @Test
  public void withoutRowsThePriorMeanIsRecovered() {
    double[] mean = {1, -2, 3};
    ExampleMatrix none = new ExampleMatrix(3);
    FitResult fit = fit(none, GaussianPrior.of(mean, new double[] {1, 0.01, 50}));
    assertArrayEquals(mean, fit.theta(), 1e-3);
    assertTrue(fit.converged());
    FitResult free = fit(none, GaussianPrior.ridge(3, 0));
    assertArrayEquals(new double[3], free.theta(), 0);
    assertTrue(free.converged());
  }

  @Test
  public void oneClassIsFittedUnderAPriorAndFlaggedWithout() {
    ExampleMatrix rights = new ExampleMatrix(2);
    for (int i = 0; i < 50; i++) {
      rights.append(new float[] {1, i % 7}, true);
    }
    GaussianPrior ridge = GaussianPrior.ridge(2, 1);
    FitResult fit = fit(rights, ridge);
    assertTrue(fit.converged());
    assertArrayEquals(Examples.newton(rights, ridge), fit.theta(), 1e-3);
    FitResult free = fit(rights, GaussianPrior.ridge(2, 0));
    assertFalse(free.converged());
    assertFinite(free);
  }

  @Test
  public void separableClassesEndFiniteAndFlagged() {
    for (int rows : new int[] {20, 6000}) {
      ExampleMatrix separable = new ExampleMatrix(3);
      Random random = new Random(1);
      for (int i = 0; i < rows; i++) {
        float x = (float) random.nextGaussian();
        separable.append(new float[] {x, (float) random.nextGaussian(), 1}, x > 0.1);
      }
      FitResult fit = fit(separable, GaussianPrior.ridge(3, 0));
      assertFinite(fit);
      assertFalse(fit.converged());
      assertTrue(fit.objective() < 1e-3 * rows);
      assertTrue(fit.iterations() <= FitOptions.defaults().maxIterations() + 1);
    }
  }

  @Test
  public void collinearAndConstantColumnsStillReachTheOptimum() {
    for (int rows : new int[] {60, 6000}) {
      ExampleMatrix base = Examples.random(rows, 4, 5);
      ExampleMatrix collinear = new ExampleMatrix(8);
      for (int i = 0; i < rows; i++) {
        float[] x = Arrays.copyOf(Examples.row(base, i), 8);
        x[4] = 1;
        x[5] = x[0] + x[1];
        x[6] = x[0] * 1.0001f;
        collinear.append(x, base.label(i));
      }
      GaussianPrior free = GaussianPrior.ridge(4, 0);
      double least = Examples.objective(base, free, Examples.newton(base, free));
      FitResult fit = fit(collinear, GaussianPrior.ridge(8, 0));
      assertFinite(fit);
      assertTrue(fit.converged());
      assertTrue(fit.objective() <= least * (1 + 1e-7));
    }
  }

  @Test
  public void columnsThatTheSampleNeverMeetsAreFitted() {
    int rows = 20_000;
    ExampleMatrix examples = new ExampleMatrix(30);
    Random random = new Random(3);
    for (int i = 0; i < rows; i++) {
      float[] x = new float[30];
      x[0] = 1;
      x[1 + random.nextInt(29)] = random.nextInt(400) == 0 ? 5 : 0;
      examples.append(x, random.nextInt(3) > 0);
    }
    GaussianPrior prior = GaussianPrior.ridge(30, 0.1);
    double least = Examples.objective(examples, prior, Examples.newton(examples, prior));
    FitResult fit = fit(examples, prior);
    assertTrue(fit.converged());
    assertEquals(least, fit.objective(), 2e-8 * least);
  }

  @Test
  public void hugeFeaturesAreFitted() {
    for (float size : new float[] {100, 1e6f, 1e20f}) {
      ExampleMatrix base = Examples.random(4000, 5, 5);
      ExampleMatrix huge = new ExampleMatrix(5);
      for (int i = 0; i < base.rows(); i++) {
        float[] x = Examples.row(base, i);
        x[1] *= size;
        huge.append(x, base.label(i));
      }
      GaussianPrior free = GaussianPrior.ridge(5, 0);
      double least = Examples.objective(base, free, Examples.newton(base, free));
      FitResult fit = fit(huge, free);
      assertTrue("size " + size, fit.converged());
      assertEquals(least, fit.objective(), 1e-6 * least);
    }
  }

  @Test
  public void objectiveNeverEndsAboveTheStart() {
    Random random = new Random(4);
    for (int trial = 0; trial < 50; trial++) {
      ExampleMatrix examples = Examples.random(1 + random.nextInt(3000), 5, trial);
      GaussianPrior prior = GaussianPrior.ridge(5, trial % 3);
      double[] start = random.doubles(5, -20, 20).toArray();
      for (int passes : new int[] {1, 2, 3, 5}) {
        FitOptions options = FitOptions.defaults().withMaxIterations(passes);
        FitResult fit = LogisticFit.fit(examples, prior, start, options);
        double before = Examples.objective(examples, prior, start);
        assertTrue(fit.objective() <= before * (1 + 1e-9));
      }
    }
  }

  @Test
  public void refusesStartsThatDoNotFit() {
    ExampleMatrix examples = Examples.random(10, 3, 1);
    GaussianPrior prior = GaussianPrior.ridge(3, 1);
    FitOptions options = FitOptions.defaults();
    assertThrows(
        IllegalArgumentException.class,
        () -> LogisticFit.fit(examples, prior, new double[2], options));
    assertThrows(
        IllegalArgumentException.class,
        () -> LogisticFit.fit(examples, prior, new double[] {0, Double.NaN, 0}, options));
    assertThrows(
        IllegalArgumentException.class,
        () -> LogisticFit.fit(examples, GaussianPrior.ridge(2, 1), new double[3], options));
  }

  @Test
  public void standardErrorsAreThoseOfTheHessian() {
    ExampleMatrix examples = new ExampleMatrix(1);
    for (int i = 0; i < 100; i++) {
      examples.append(new float[] {1}, i < 75);
    }
    GaussianPrior free = GaussianPrior.ridge(1, 0);
    FitResult fit = fit(examples, free);
    assertEquals(Math.log(3), fit.theta()[0], 1e-3);
    double error = Math.sqrt(1 / (100 * 0.75 * 0.25));
    Covariance covariance = Covariance.at(fit.theta(), examples, free);
    assertEquals(error, covariance.standardErrors()[0], 1e-3);
    assertEquals(error, Math.sqrt(fit.hessian().get().inverseDiagonal()[0]), 1e-3);
  }
}
