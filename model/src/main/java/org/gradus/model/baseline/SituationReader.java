package org.gradus.model.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gradus.model.features.FeatureSet;

/**
 * Reads what baselines need from rows of features. Features that the model has anyway are used
 * again; only what is wanting is added to the replay, as blocks behind the model's own.
 */
public final class SituationReader {
  private final int itemLogit;
  private final int logCorrects;
  private final int logAttempts;
  private final int logWrongs;
  private final int abilityMean;
  private final int abilityVariance;

  /** A reader of rows of a feature set; what the set lacks is left alone. */
  public SituationReader(FeatureSet features) {
    List<String> names = features.features();
    itemLogit = Math.max(names.indexOf("item_logit"), names.indexOf("item_offset"));
    boolean wrongs = names.contains("student_wrongs");
    logCorrects = names.indexOf(wrongs ? "student_corrects" : "student_log_corrects");
    logAttempts = wrongs ? -1 : names.indexOf("student_log_attempts");
    logWrongs = names.indexOf("student_wrongs");
    abilityMean = names.indexOf("rasch_mean");
    abilityVariance = names.indexOf("rasch_variance");
  }

  /** Names of the blocks that some baselines need besides those of a feature set, in order. */
  public static List<String> missingBlocks(FeatureSet features, Collection<BaselineKind> kinds) {
    SituationReader reader = new SituationReader(features);
    List<String> missing = new ArrayList<>();
    for (BaselineKind.Column column : BaselineKind.Column.values()) {
      boolean needed = kinds.stream().anyMatch(kind -> kind.needs(column));
      if (needed && !reader.has(column)) {
        missing.add(block(column));
      }
    }
    return missing;
  }

  private boolean has(BaselineKind.Column column) {
    switch (column) {
      case ITEM:
        return itemLogit >= 0;
      case TOTALS:
        return logCorrects >= 0 && (logAttempts >= 0 || logWrongs >= 0);
      default:
        return abilityMean >= 0 && abilityVariance >= 0;
    }
  }

  private static String block(BaselineKind.Column column) {
    switch (column) {
      case ITEM:
        return "item";
      case TOTALS:
        return "attempts";
      default:
        return "rasch";
    }
  }

  /** Sets all of a situation but the student's outcomes on the exercise. */
  public void read(float[] row, Situation out) {
    out.itemLogit = value(row, itemLogit);
    out.studentLogCorrects = value(row, logCorrects);
    out.studentLogAttempts = logWrongs >= 0 ? logSum(row) : value(row, logAttempts);
    out.abilityMean = value(row, abilityMean);
    out.abilityVariance = abilityVariance >= 0 ? row[abilityVariance] : 1;
  }

  private float logSum(float[] row) {
    double corrects = StrictMath.expm1(row[logCorrects]);
    return (float) StrictMath.log1p(corrects + StrictMath.expm1(row[logWrongs]));
  }

  private static float value(float[] row, int index) {
    return index >= 0 ? row[index] : 0;
  }
}
