package org.gradus.jobs.why;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.explain.Subjects;
import org.gradus.model.knowledge.BlockWeight;
import org.gradus.model.knowledge.Coefficient;
import org.gradus.model.knowledge.KnowledgeModel;

/** Tells which blocks of features carry the predictions of a model. */
final class ModelWords {
  private static final int MOST_COEFFICIENTS = 15;

  private final KnowledgeModel model;

  ModelWords(KnowledgeModel model) {
    this.model = model;
  }

  /** Of one exercise, or of all when its name is empty. */
  void tell(String exercise, PrintStream out) {
    if (!exercise.isEmpty() && !model.exercises().contains(exercise)) {
      throw new SettingsException(
          "The model does not know exercise '" + exercise + "' (--exercise).");
    }
    List<BlockWeight> blocks = exercise.isEmpty() ? model.blocks() : model.blocks(exercise);
    if (blocks.isEmpty()) {
      throw new SettingsException(
          exercise.isEmpty()
              ? "The model says nothing about its features; train it again."
              : "Exercise '" + exercise + "' (--exercise) has no training attempts.");
    }
    out.printf("%-12s %8s %9s %6s%n", "block", "features", "deviation", "share");
    blocks.stream()
        .sorted(Comparator.comparingDouble(BlockWeight::deviation).reversed())
        .forEach(block -> line(block, out));
    out.println();
    out.println(
        "deviation: standard deviation of what the block adds to the logit over training attempts.");
    if (!exercise.isEmpty()) {
      coefficients(exercise, out);
    }
  }

  private static void line(BlockWeight block, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-12s %8d %9.3f %5.1f%%  %s%n",
        block.block(),
        block.features(),
        block.deviation(),
        100 * block.share(),
        Subjects.describe(block.block()));
  }

  private void coefficients(String exercise, PrintStream out) {
    out.println();
    out.printf("%-28s %9s %9s %13s%n", "feature", "theta", "std error", "per deviation");
    model.coefficients(exercise).stream()
        .sorted(Comparator.comparingDouble((Coefficient c) -> -Math.abs(c.perDeviation())))
        .limit(MOST_COEFFICIENTS)
        .forEach(
            c ->
                out.printf(
                    Locale.ROOT,
                    "%-28s %9.4f %9.4f %+13.4f%n",
                    c.feature(),
                    c.theta(),
                    c.standardError(),
                    c.perDeviation()));
  }
}
