package org.gradus.jobs.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.jobs.examples.ExampleMapper;
import org.gradus.jobs.examples.StudentSplit;
import org.gradus.model.baseline.BaselineKind;

/** Which baselines are fitted beside the model. */
final class BaselineChoice {
  /** The setting. */
  static final Key<String> BASELINES =
      Key.text(
              "gradus.train.baselines",
              "auto",
              "Published models fitted to the same students and scored beside the model: irt, pfa, best-lr, bkt, separated by commas; none; or auto, all of them, but"
                  + " irt and best-lr only with a feature set that uses item difficulty. The overall mean and the exercise's mean are always there.")
          .withOption("--baselines");

  private static final String AUTO = "auto";
  private static final String NONE = "none";

  private BaselineChoice() {}

  /**
   * The baselines in force: none when nobody is held out, or only to tune.
   *
   * @throws SettingsException when one is unknown
   */
  static List<BaselineKind> of(Configuration configuration) {
    List<BaselineKind> named = named(configuration);
    return isForPublishing(configuration) ? named : List.of();
  }

  /** Whether students are held out, and not only to tune. */
  private static boolean isForPublishing(Configuration configuration) {
    return StudentSplit.holdsOut(configuration)
        && StudentSplit.TUNING_FOLDS.get(configuration) == 0;
  }

  /**
   * Whether the abilities of held-out students are kept, for {@code monitor} to compare others
   * with. It measures them against the items of the model, so a model without any has none.
   */
  static boolean keepsAbilities(Configuration configuration) {
    return isForPublishing(configuration)
        && ExampleMapper.featureSet(configuration).usesDifficulty();
  }

  private static List<BaselineKind> named(Configuration configuration) {
    String text = BASELINES.get(configuration);
    if (text.equals(NONE)) {
      return List.of();
    }
    if (text.equals(AUTO)) {
      boolean difficulty = ExampleMapper.featureSet(configuration).usesDifficulty();
      return Arrays.stream(BaselineKind.values())
          .filter(kind -> difficulty || !kind.usesDifficulty())
          .collect(Collectors.toList());
    }
    List<BaselineKind> kinds = new ArrayList<>();
    for (String label : text.split("\\s*,\\s*", -1)) {
      BaselineKind kind = kind(label, text);
      if (!kinds.contains(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static BaselineKind kind(String label, String text) {
    for (BaselineKind kind : BaselineKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new SettingsException(
        "--baselines is '"
            + text
            + "' but must be auto, none or some of "
            + Arrays.stream(BaselineKind.values())
                .map(BaselineKind::label)
                .collect(Collectors.joining(", "))
            + ", separated by commas.");
  }
}
