package org.gradus.jobs.monitor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.StringUtils;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.evaluate.StabilityIndex;
import org.gradus.model.evaluate.TrainingReference;

/** What is known of an answer beforehand and can drift. */
@SuppressWarnings("ImmutableEnumChecker") // method references to accessors hold nothing
enum Feature {
  /** The logit of the predicted P(correct). */
  PREDICTION(TrainingReference::predictions, DailySums::predictions),
  /** How easy the question is in general. */
  DIFFICULTY(TrainingReference::difficulties, DailySums::difficulties),
  /** How able the student was known to be. */
  ABILITY(TrainingReference::abilities, DailySums::abilities),
  /** How many answers the student had given before. */
  HISTORY(TrainingReference::history, DailySums::history);

  /** Number of answers at training, by bin. */
  private final Function<TrainingReference, long[]> atTraining;

  /** Number of answers of a day, in the same bins. */
  private final Function<DailySums, long[]> onDay;

  Feature(Function<TrainingReference, long[]> atTraining, Function<DailySums, long[]> onDay) {
    this.atTraining = atTraining;
    this.onDay = onDay;
  }

  /** Population stability index against training; NaN where one side has no answers. */
  double drift(DailySums day, TrainingReference reference) {
    return StabilityIndex.of(atTraining.apply(reference), onDay.apply(day));
  }

  /** Whether the training has kept it. */
  boolean isIn(TrainingReference reference) {
    return Arrays.stream(atTraining.apply(reference)).anyMatch(count -> count > 0);
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
