package org.gradus.jobs.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.model.explain.Subjects;
import org.gradus.model.knowledge.BlockWeight;
import org.gradus.model.knowledge.Coefficient;
import org.gradus.model.knowledge.KnowledgeModel;

/** What the model's predictions rest on: two CSV tables and the lines of the page. */
final class ModelTables {
  static final String BLOCKS = "blocks.csv";
  static final String COEFFICIENTS = "coefficients.csv";

  private ModelTables() {}

  /** One block a row: first over all exercises, with an empty name, then inside each exercise. */
  static void blocks(KnowledgeModel model, Writer out) {
    CsvTable table = new CsvTable(out, "exercise", "block", "features", "deviation", "share");
    rows(table, "", model.blocks());
    for (String exercise : model.exercises()) {
      rows(table, exercise, model.blocks(exercise));
    }
  }

  private static void rows(CsvTable table, String exercise, List<BlockWeight> blocks) {
    for (BlockWeight block : blocks) {
      table.row(exercise, block.block(), block.features(), block.deviation(), block.share());
    }
  }

  /** One parameter of an exercise a row. */
  static void coefficients(KnowledgeModel model, Writer out) {
    CsvTable table =
        new CsvTable(
            out,
            "exercise",
            "block",
            "feature",
            "theta",
            "standard_error",
            "feature_deviation",
            "theta_per_deviation");
    for (String exercise : model.exercises()) {
      for (Coefficient c : model.coefficients(exercise)) {
        table.row(
            exercise,
            c.block(),
            c.feature(),
            c.theta(),
            c.standardError(),
            c.deviation(),
            c.perDeviation());
      }
    }
  }

  /** For the page: the blocks that carry something, the weightiest first. */
  static List<Object> words(List<BlockWeight> blocks) {
    List<BlockWeight> sorted = new ArrayList<>(blocks);
    sorted.removeIf(block -> block.deviation() == 0);
    sorted.sort(Comparator.comparingDouble(BlockWeight::deviation).reversed());
    double largest = sorted.isEmpty() ? 1 : sorted.get(0).deviation();
    List<Object> rows = new ArrayList<>();
    for (BlockWeight block : sorted) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", block.block());
      row.put("words", Subjects.describe(block.block()));
      row.put("count", Wording.count(block.features()));
      row.put("deviation", String.format(Locale.ROOT, "%.2f", block.deviation()));
      row.put("share", Wording.percent(block.share()));
      row.put("width", Wording.percent(block.deviation() / largest));
      rows.add(row);
    }
    return rows;
  }
}
