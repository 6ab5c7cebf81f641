package org.gradus.jobs.estimate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A line for each quantity of each step. Immutable. */
final class CostModel {
  private final Map<String, Map<Quantity, CostLine>> lines = new LinkedHashMap<>();

  /** Fitted to runs, at least one, all of the same steps. */
  CostModel(List<MeasuredRun> runs) {
    double[] attempts = runs.stream().mapToDouble(MeasuredRun::attempts).toArray();
    for (String step : runs.get(0).steps()) {
      Map<Quantity, CostLine> ofStep = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        double[] costs = runs.stream().mapToDouble(run -> run.cost(step, quantity)).toArray();
        ofStep.put(quantity, CostLine.through(attempts, costs));
      }
      lines.put(step, ofStep);
    }
  }

  Set<String> steps() {
    return lines.keySet();
  }

  CostLine line(String step, Quantity quantity) {
    return lines.get(step).get(quantity);
  }

  /** The cost of all steps together. */
  double total(Quantity quantity, double attempts) {
    return lines.values().stream().mapToDouble(step -> step.get(quantity).at(attempts)).sum();
  }

  /** How far the total misses that of a run, as a share of it; 0 if both are nothing. */
  double error(MeasuredRun run, Quantity quantity) {
    double measured = run.steps().stream().mapToDouble(step -> run.cost(step, quantity)).sum();
    double predicted = total(quantity, run.attempts());
    return measured == predicted ? 0 : predicted / measured - 1;
  }
}
