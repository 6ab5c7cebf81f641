package org.gradus.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.jobs.driver.Dataset;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepOutcome;

/** The table at the end of a run: each step, how long it took, what it found, where it is. */
final class Summary {
  private Summary() {}

  static List<String> of(List<StepOutcome> outcomes, Plan plan) {
    Table table = new Table("step", "", "seconds", "figures");
    for (StepOutcome outcome : outcomes) {
      String state = outcome.state().name().toLowerCase(Locale.ROOT);
      table.row(
          outcome.step(),
          state.equals("skipped") ? "up to date" : state.equals("run") ? "done" : state,
          String.format(Locale.ROOT, "%7.1f", outcome.millisTaken() / 1000.0),
          figures(outcome.figures()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(end(outcomes, plan));
    return lines;
  }

  /** Where the last dataset is, and before that what to beware of and what is missing. */
  private static List<String> end(List<StepOutcome> outcomes, Plan plan) {
    List<String> failures = warnings(outcomes);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      StepOutcome outcome = outcomes.get(i);
      if (outcome.state() == StepOutcome.State.FAILED) {
        failures.add(
            String.format(
                "Optional step '%s' has failed, all else is done. What it had written is kept in"
                    + " %s; the same command tries it again.",
                outcome.step(), outcome.place()));
      } else {
        places = places(plan.steps().get(i), outcome);
      }
    }
    failures.addAll(places);
    return failures;
  }

  private static List<String> warnings(List<StepOutcome> outcomes) {
    List<String> warnings = new ArrayList<>();
    for (StepOutcome outcome : outcomes) {
      if (outcome.figures().containsKey(StepOutcome.WARNING)) {
        warnings.add("Warning: " + outcome.figures().get(StepOutcome.WARNING) + ".");
      }
    }
    return warnings;
  }

  private static List<String> places(Step step, StepOutcome outcome) {
    List<String> lines = new ArrayList<>();
    String folder = outcome.place();
    for (Dataset dataset : step.writes()) {
      String place = folder + dataset.place().substring(step.name().length());
      lines.add(dataset.name() + ": " + place + " (" + dataset.meaning() + ")");
    }
    return lines;
  }

  private static String figures(Map<String, Object> figures) {
    List<String> texts = new ArrayList<>();
    figures.forEach(
        (name, value) -> {
          if (!name.equals(StepOutcome.WARNING)) {
            texts.add(name + " " + text(value));
          }
        });
    return String.join(", ", texts);
  }

  private static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return String.format(Locale.ROOT, "%.4f", ((Number) value).doubleValue());
    }
    return value instanceof Number
        ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
        : String.valueOf(value);
  }
}
