package org.gradus.model.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.model.fit.Cholesky;
import org.gradus.model.fit.Covariance;
import org.gradus.model.fit.ExampleMatrix;
import org.gradus.model.fit.FitOptions;
import org.gradus.model.fit.FitResult;
import org.gradus.model.fit.GaussianPrior;
import org.gradus.model.fit.LogisticFit;

/**
 * Estimates a {@link PooledPrior} from the training attempts of some exercises. The mean is one
 * logistic regression over all of them, shrunk toward zero as strongly as its own evidence says
 * (the same iteration as below, with one precision for all features but the constant). The
 * precision of each feature is found by the fixed-point iteration of MacKay (1992): with theta_e
 * the posterior mode of exercise e, v_e its posterior variance and lambda the precision, all in
 * units of the standardised feature,
 *
 * <pre>gamma = sum_e (1 - lambda v_e),   lambda = (gamma + a) / (sum_e (theta_e - mean)^2 + b),
 * </pre>
 *
 * where a = 2 and b = 0.0005 hold lambda near 4000 as long as the data say nothing: few exercises
 * or few attempts are predicted from the pooled theta. A feature that does not differ between
 * exercises gets a large precision: its coefficient is the pooled one everywhere. Each round starts
 * the fits where the last one left them and takes the variances from their first Hessian, so that a
 * round costs one Hessian an exercise. Memory: 4 bytes per feature for each example and exercise.
 */
public final class EmpiricalBayes {
  private static final double START_PRECISION = 30;
  private static final double SHAPE = 2;
  private static final double RATE = 0.0005;
  private static final double LARGEST_PRECISION = 1e5;
  private static final double POOLED_START = 10;
  private static final double POOLED_SHAPE = 1;
  private static final double POOLED_RATE = 0.01;
  private static final double CONSTANT_PRECISION = 0.01;
  private static final int POOLED_ROUNDS = 3;

  private final List<String> features;
  private final int columns;
  private final ExampleMatrix pooled;
  private final boolean[] isConstant;
  private final List<float[]> thetas = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  /** No examples yet. */
  public EmpiricalBayes(List<String> features) {
    this.features = List.copyOf(features);
    columns = features.size();
    pooled = new ExampleMatrix(columns);
    isConstant = new boolean[columns];
  }

  /** Adds an example of the exercise at hand, a copy. */
  public void append(float[] row, boolean correct) {
    pooled.append(row, correct);
  }

  /** Ends the exercise at hand, if it has examples; exercises must come in a defined order. */
  public void endExercise() {
    if (rows() > start(ends.size())) {
      ends.add(rows());
    }
  }

  /** Number of examples so far. */
  public int rows() {
    return pooled.rows();
  }

  /** Number of exercises so far. */
  public int exercises() {
    return ends.size();
  }

  /**
   * The estimate.
   *
   * @param rounds iterations of the precisions; 4 are close to the fixed point
   */
  public PooledPrior fit(int rounds) {
    double[] scale = scales();
    double[] mean = mean(scale);
    double[] precision = filled(START_PRECISION);
    thetas.clear();
    ends.forEach(end -> thetas.add(floats(mean)));
    for (int round = 0; round < rounds; round++) {
      precision = next(mean, precision, scale);
    }
    return new PooledPrior(features, mean, scaled(precision, scale), scale);
  }

  private double[] mean(double[] scale) {
    double[] theta = new double[columns];
    double ridge = POOLED_START;
    for (int round = 0; round <= POOLED_ROUNDS; round++) {
      double[] precision = filled(ridge);
      for (int j = 0; j < columns; j++) {
        precision[j] = isConstant[j] ? CONSTANT_PRECISION : ridge;
      }
      GaussianPrior prior = GaussianPrior.of(new double[columns], scaled(precision, scale));
      theta = LogisticFit.fit(pooled, prior, theta, options(round)).theta();
      if (round < POOLED_ROUNDS) {
        ridge = nextRidge(theta, ridge, prior, scale);
      }
    }
    return theta;
  }

  private static FitOptions options(int round) {
    return round < POOLED_ROUNDS ? FitOptions.rough() : FitOptions.defaults();
  }

  private double nextRidge(double[] theta, double ridge, GaussianPrior prior, double[] scale) {
    double[] errors = Covariance.at(theta, pooled, prior).standardErrors();
    double determined = POOLED_SHAPE;
    double spread = POOLED_RATE;
    for (int j = 0; j < columns; j++) {
      if (!isConstant[j]) {
        double error = errors[j] * scale[j];
        double distance = theta[j] * scale[j];
        determined += Math.max(0, 1 - ridge * error * error);
        spread += distance * distance;
      }
    }
    return Math.min(LARGEST_PRECISION, determined / spread);
  }

  private double[] next(double[] mean, double[] precision, double[] scale) {
    GaussianPrior prior = GaussianPrior.of(mean, scaled(precision, scale));
    double[] determined = filled(SHAPE);
    double[] spread = filled(RATE);
    ExampleMatrix examples = new ExampleMatrix(columns);
    for (int e = 0; e < ends.size(); e++) {
      examples.clear();
      examples.appendRows(pooled, start(e), ends.get(e));
      FitResult fit = LogisticFit.fit(examples, prior, doubles(thetas.get(e)), FitOptions.rough());
      double[] theta = fit.theta();
      thetas.set(e, floats(theta));
      double[] errors = errors(fit, examples, prior);
      for (int j = 0; j < columns; j++) {
        double error = errors[j] * scale[j];
        double distance = (theta[j] - mean[j]) * scale[j];
        determined[j] += Math.max(0, 1 - precision[j] * error * error);
        spread[j] += distance * distance;
      }
    }
    double[] next = new double[columns];
    Arrays.setAll(next, j -> Math.min(LARGEST_PRECISION, determined[j] / spread[j]));
    return next;
  }

  private static double[] errors(FitResult fit, ExampleMatrix examples, GaussianPrior prior) {
    return fit.hessian()
        .map(Cholesky::inverseDiagonal)
        .map(variances -> Arrays.stream(variances).map(Math::sqrt).toArray())
        .orElseGet(() -> Covariance.at(fit.theta(), examples, prior).standardErrors());
  }

  private int start(int exercise) {
    return exercise == 0 ? 0 : ends.get(exercise - 1);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int j = 0; j < floats.length; j++) {
      floats[j] = (float) values[j];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, j -> values[j]);
    return doubles;
  }

  private double[] filled(double value) {
    double[] values = new double[columns];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] scaled(double[] precision, double[] scale) {
    double[] values = new double[precision.length];
    Arrays.setAll(values, j -> precision[j] * scale[j] * scale[j]);
    return values;
  }

  /** Standard deviation of each feature over all examples, 1 for a constant. */
  private double[] scales() {
    double[] sums = new double[columns];
    double[] squares = new double[columns];
    float[] row = new float[columns];
    for (int i = 0; i < pooled.rows(); i++) {
      pooled.row(i, row);
      for (int j = 0; j < columns; j++) {
        sums[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    double[] scales = new double[columns];
    for (int j = 0; j < columns; j++) {
      double mean = sums[j] / Math.max(1, pooled.rows());
      double variance = squares[j] / Math.max(1, pooled.rows()) - mean * mean;
      isConstant[j] = variance <= 1e-8;
      scales[j] = isConstant[j] ? 1 : Math.sqrt(variance);
    }
    return scales;
  }
}
