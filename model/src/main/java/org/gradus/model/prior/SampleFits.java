package org.gradus.model.prior;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.FitResult;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * A theta for each exercise of a sample, with its standard errors, fitted anew under each prior;
 * every fit begins where the last one left it. Several threads take an exercise each; the result
 * does not depend on how many. Memory: a copy of the rows of the exercises at hand, and 16 bytes
 * per feature for each exercise.
 */
final class SampleFits {
  private final ExampleMatrix rows;
  private final List<Integer> ends;
  private final int threads;
  private final double[][] thetas;
  private final double[][] errors;

  /**
   * No fits yet.
   *
   * @param rows of all exercises, one after the other
   * @param ends where each exercise ends, exclusive
   * @param start theta that the first fits begin at
   * @param threads how many, from 1
   */
  SampleFits(ExampleMatrix rows, List<Integer> ends, double[] start, int threads) {
    this.rows = rows;
    this.ends = ends;
    this.threads = threads;
    thetas = new double[ends.size()][];
    errors = new double[ends.size()][];
    Arrays.fill(thetas, start);
  }

  /** Fits all exercises under a prior. */
  void fit(GaussianPrior prior) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> IntStream.range(0, thetas.length).parallel().forEach(e -> fit(e, prior)))
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private void fit(int exercise, GaussianPrior prior) {
    ExampleMatrix examples = new ExampleMatrix(rows.columns());
    examples.appendRows(rows, exercise == 0 ? 0 : ends.get(exercise - 1), ends.get(exercise));
    FitResult fit = LogisticFit.fit(examples, prior, thetas[exercise], FitOptions.rough());
    thetas[exercise] = fit.theta();
    errors[exercise] =
        fit.hessian()
            .map(Cholesky::inverseDiagonal)
            .map(variances -> Arrays.stream(variances).map(Math::sqrt).toArray())
            .orElseGet(() -> Covariance.at(fit.theta(), examples, prior).standardErrors());
  }

  /** The theta of an exercise. */
  double[] theta(int exercise) {
    return thetas[exercise];
  }

  /** The standard errors of an exercise's theta. */
  double[] errors(int exercise) {
    return errors[exercise];
  }
}
