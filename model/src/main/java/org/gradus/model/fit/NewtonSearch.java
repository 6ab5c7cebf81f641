package org.gradus.model.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Newton's method for one theta, and perhaps offsets of items behind it, in rounds, for rows too
 * many for one memory: whoever has the rows adds up their {@link LossSums} at {@link #theta},
 * {@link #next} takes these in and says where they are wanted next. A step that does not lower the
 * objective enough is halved. Minimises the same objective as {@link LogisticFit} and {@link
 * ItemFit} and stops by the same rule; the last Newton step, which the sums at hand give for
 * nothing, is taken without another round. As JSON it can be kept between rounds without loss.
 */
public final class NewtonSearch {
  private static final double SUFFICIENT = 1e-4;

  /** Relative rounding error of the objective, for which no step is halved. */
  private static final double ROUNDING = 1e-14;

  private double[] base;
  private double[] step;
  private double baseValue = Double.POSITIVE_INFINITY;
  private double slope;
  private double scale;
  private int rounds;
  private boolean finished;
  private boolean converged;

  private NewtonSearch(double[] start) {
    base = start.clone();
    step = new double[start.length];
  }

  /** A search that begins at {@code start}, finite. */
  public static NewtonSearch from(double[] start) {
    return new NewtonSearch(start);
  }

  /** Where sums are wanted; the result when finished. */
  public double[] theta() {
    return QuasiNewton.plus(base, scale, step);
  }

  /** Whether no more sums are wanted. */
  public boolean isFinished() {
    return finished;
  }

  /** Whether the objective came within the tolerance of the optimum, and there is one. */
  public boolean hasConverged() {
    return converged;
  }

  /** How many sums have been taken in: passes over all rows. */
  public int rounds() {
    return rounds;
  }

  /** Takes in the sums at {@link #theta}. */
  public void next(LossSums sums, GaussianPrior prior, FitOptions options) {
    double[] gradient = sums.gradient();
    double value = sums.loss() + prior.add(theta(), gradient);
    rounds++;
    double enough = SUFFICIENT * scale * slope + ROUNDING * Math.abs(baseValue);
    if (rounds == 1 || value <= baseValue + enough) {
      accept(value, gradient, sums, prior, options);
    } else {
      halve(options);
    }
  }

  private void accept(
      double value, double[] gradient, LossSums sums, GaussianPrior prior, FitOptions options) {
    base = theta();
    baseValue = value;
    scale = 1;
    slope = 0;
    step = sums.arrow(prior).solve(gradient);
    for (int j = 0; j < step.length; j++) {
      step[j] = -step[j];
      slope += gradient[j] * step[j];
    }
    if (-0.5 * slope <= options.tolerance() * (1 + value)) {
      // So small a loss leaves every row on its right side: without a prior there is no optimum.
      finish(!(prior.leavesFree() && sums.rows() > 0 && sums.loss() < StrictMath.log(2)));
    } else if (rounds >= options.maxIterations()) {
      stop();
    }
  }

  private void halve(FitOptions options) {
    scale *= 0.5;
    if (rounds >= options.maxIterations() || -scale * slope <= ROUNDING * Math.abs(baseValue)) {
      stop();
    }
  }

  /** Gives up at the best theta seen. */
  private void stop() {
    scale = 0;
    finish(false);
  }

  private void finish(boolean isConverged) {
    finished = true;
    converged = isConverged;
  }

  /** As a value for JSON. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("base", base);
    json.put("step", step);
    json.put("value", rounds == 0 ? null : baseValue);
    json.put("slope", slope);
    json.put("scale", scale);
    json.put("rounds", rounds);
    json.put("finished", finished);
    json.put("converged", converged);
    return json;
  }

  /** Reads what {@link #toJson} gave. */
  public static NewtonSearch fromJson(Map<String, Object> json) {
    NewtonSearch search = new NewtonSearch(numbers(json.get("base")));
    search.step = numbers(json.get("step"));
    search.slope = number(json.get("slope"));
    search.scale = number(json.get("scale"));
    search.rounds = (int) number(json.get("rounds"));
    search.finished = (Boolean) json.get("finished");
    search.converged = (Boolean) json.get("converged");
    if (search.rounds > 0) {
      search.baseValue = number(json.get("value"));
    }
    return search;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double[] numbers(Object values) {
    return ((List<?>) values).stream().mapToDouble(NewtonSearch::number).toArray();
  }
}
