package org.gradus.jobs.monitor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.evaluate.StabilityIndex;
import org.gradus.model.evaluate.TrainingReference;

/** What is known of an answer beforehand and can drift. */
enum Feature {
  /** The logit of the predicted P(correct). */
  PREDICTION {
    @Override
    double drift(DailySums day, TrainingReference reference) {
      return StabilityIndex.of(reference.predictions(), day.predictions());
    }
  },
  /** How easy the question is in general. */
  DIFFICULTY {
    @Override
    double drift(DailySums day, TrainingReference reference) {
      return StabilityIndex.of(reference.difficulties(), day.difficulties());
    }
  },
  /** How many answers the student had given before. */
  HISTORY {
    @Override
    double drift(DailySums day, TrainingReference reference) {
      return StabilityIndex.of(reference.history(), day.history());
    }
  };

  /** Population stability index against training; NaN where one side has no answers. */
  abstract double drift(DailySums day, TrainingReference reference);

  /** Its name in settings. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Those that are judged.
   *
   * @throws SettingsException when another one is named
   */
  static Set<Feature> judged(Configuration configuration) {
    Set<Feature> judged = EnumSet.noneOf(Feature.class);
    String text = MonitorKeys.DRIFT_FEATURES.get(configuration);
    for (String name : StringUtils.getTrimmedStringCollection(text)) {
      judged.add(named(name));
    }
    return judged;
  }

  private static Feature named(String name) {
    return Arrays.stream(values())
        .filter(feature -> feature.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    MonitorKeys.DRIFT_FEATURES
                        + " names '"
                        + name
                        + "' but must be some of "
                        + Arrays.stream(values())
                            .map(Feature::label)
                            .collect(Collectors.joining(", "))
                        + ", separated by commas."));
  }
}
