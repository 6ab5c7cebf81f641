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
    long[] counts(TrainingReference reference) {
      return reference.predictions();
    }

    @Override
    long[] counts(DailySums day) {
      return day.predictions();
    }
  },
  /** How easy the question is in general. */
  DIFFICULTY {
    @Override
    long[] counts(TrainingReference reference) {
      return reference.difficulties();
    }

    @Override
    long[] counts(DailySums day) {
      return day.difficulties();
    }
  },
  /** How able the student was known to be. */
  ABILITY {
    @Override
    long[] counts(TrainingReference reference) {
      return reference.abilities();
    }

    @Override
    long[] counts(DailySums day) {
      return day.abilities();
    }
  },
  /** How many answers the student had given before. */
  HISTORY {
    @Override
    long[] counts(TrainingReference reference) {
      return reference.history();
    }

    @Override
    long[] counts(DailySums day) {
      return day.history();
    }
  };

  /** Number of answers at training, by bin. */
  abstract long[] counts(TrainingReference reference);

  /** Number of answers of a day, in the same bins. */
  abstract long[] counts(DailySums day);

  /** Population stability index against training; NaN where one side has no answers. */
  double drift(DailySums day, TrainingReference reference) {
    return StabilityIndex.of(counts(reference), counts(day));
  }

  /** Whether the training has kept it. */
  boolean isIn(TrainingReference reference) {
    return Arrays.stream(counts(reference)).anyMatch(count -> count > 0);
  }

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
