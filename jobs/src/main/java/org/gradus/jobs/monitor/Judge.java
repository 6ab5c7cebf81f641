package org.gradus.jobs.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.monitor.MonitoredDay;
import org.gradus.io.settings.Key;
import org.gradus.io.store.PublishedVersion;
import org.gradus.model.evaluate.DailySums;
import org.gradus.model.evaluate.PredictionSums;
import org.gradus.model.evaluate.TrainingReference;

/**
 * Says what is wrong with a day: against the training of the version that predicted it, and against
 * the days before. What there is nothing to compare with is not judged.
 */
final class Judge {
  private static final int MOST_NAMED = 5;

  private final Configuration configuration;
  private final PublishedVersion version;
  private final TrainingReference reference;

  Judge(Configuration configuration, PublishedVersion version) {
    this.configuration = configuration;
    this.version = version;
    this.reference = version.reference().orElseGet(TrainingReference::new);
  }

  /** Log loss of held-out students at training; NaN when none was held out. */
  double logLossAtTraining() {
    return version.metric("log_loss");
  }

  /** Population stability index of a feature. */
  double drift(Feature feature, DailySums day) {
    return feature.drift(day, reference);
  }

  /** Features that are to be judged but of which the training has kept nothing. */
  List<Feature> notInReference() {
    return Feature.judged(configuration).stream()
        .filter(feature -> !feature.isIn(reference))
        .collect(Collectors.toList());
  }

  /** Students that drift is judged from on. */
  long leastStudents() {
    return MonitorKeys.LEAST_STUDENTS.get(configuration);
  }

  /** Features that are to be judged but not of this day, which too few students have come on. */
  List<Feature> ofTooFewStudents(MonitoredDay day) {
    return Feature.judged(configuration).stream()
        .filter(feature -> !hasEnoughStudents(feature, day.total()))
        .collect(Collectors.toList());
  }

  /** Everything that can be judged of a day, compared with other days. */
  List<Check> of(MonitoredDay day, List<Map<String, Long>> before) {
    DailySums total = day.total();
    List<Check> checks = new ArrayList<>();
    if (total.total().attempts() >= MonitorKeys.LEAST_ATTEMPTS.get(configuration)) {
      addLogLoss(total.total(), checks);
      addDrift(total, checks);
    }
    addExercises(day, checks);
    addVolume(total.total().attempts(), before, checks);
    addSilence(day, before, checks);
    return checks;
  }

  private void addLogLoss(PredictionSums total, List<Check> checks) {
    double rise = total.logLoss() - logLossAtTraining();
    String detail = fromTo(logLossAtTraining(), total.logLoss());
    Key<Double> key = MonitorKeys.MOST_LOG_LOSS_RISE;
    add("the rise of the log loss over that at training", detail, rise, key, checks);
  }

  private void add(String what, String detail, double value, Key<Double> key, List<Check> checks) {
    if (!Double.isNaN(value)) {
      checks.add(new Check(what, detail, value, key.get(configuration), key));
    }
  }

  private static String fromTo(double before, double after) {
    return "from " + Check.number(before) + " to " + Check.number(after);
  }

  private void addDrift(DailySums total, List<Check> checks) {
    for (Feature feature : Feature.judged(configuration)) {
      if (hasEnoughStudents(feature, total)) {
        String what = "the drift (PSI) of feature " + feature.label();
        add(what, "", drift(feature, total), MonitorKeys.MOST_DRIFT, checks);
      }
    }
  }

  /** The difficulty at training is that of all students' questions, not of those held out alone. */
  private boolean hasEnoughStudents(Feature feature, DailySums total) {
    return total.students() >= leastStudents()
        && (feature == Feature.DIFFICULTY || reference.students() >= leastStudents());
  }

  /** The exercises whose log loss has risen most, of which the first decides. */
  private void addExercises(MonitoredDay day, List<Check> checks) {
    Map<String, Double> rises = new TreeMap<>();
    day.exercises().forEach((exercise, sums) -> addRise(exercise, sums.total(), rises));
    List<String> worst =
        rises.keySet().stream()
            .sorted(Comparator.comparing(rises::get).reversed())
            .collect(Collectors.toList());
    if (!worst.isEmpty()) {
      Key<Double> key = MonitorKeys.MOST_EXERCISE_LOG_LOSS_RISE;
      double limit = key.get(configuration);
      List<String> told =
          worst.stream()
              .filter(exercise -> exercise.equals(worst.get(0)) || rises.get(exercise) > limit)
              .map(exercise -> rise(exercise, day))
              .collect(Collectors.toList());
      double most = rises.get(worst.get(0));
      add("the largest rise of an exercise's log loss", names(told), most, key, checks);
    }
  }

  private void addRise(String exercise, PredictionSums sums, Map<String, Double> rises) {
    long least = MonitorKeys.EXERCISE_LEAST_ATTEMPTS.get(configuration);
    if (sums.attempts() >= least && reference.attempts(exercise) >= least) {
      rises.put(exercise, sums.logLoss() - reference.logLoss(exercise));
    }
  }

  private String rise(String exercise, MonitoredDay day) {
    double now = day.exercises().get(exercise).total().logLoss();
    return "'" + exercise + "', " + fromTo(reference.logLoss(exercise), now);
  }

  private void addVolume(long attempts, List<Map<String, Long>> before, List<Check> checks) {
    double median = Volumes.median(before);
    if (median >= MonitorKeys.LEAST_ATTEMPTS.get(configuration)) {
      String detail = Check.number(median) + " before, " + attempts + " now";
      Key<Double> key = MonitorKeys.MOST_VOLUME_DROP;
      add("the share of answers missing", detail, 1 - attempts / median, key, checks);
    }
  }

  private void addSilence(MonitoredDay day, List<Map<String, Long>> before, List<Check> checks) {
    double least = MonitorKeys.SILENCE.get(configuration);
    List<String> silent =
        Volumes.means(before).entrySet().stream()
            .filter(mean -> mean.getValue() >= least && mean.getValue() > 0)
            .map(Map.Entry::getKey)
            .filter(exercise -> !day.exercises().containsKey(exercise))
            .collect(Collectors.toList());
    if (!before.isEmpty()) {
      long limit = MonitorKeys.MOST_SILENT.get(configuration);
      Key<Long> key = MonitorKeys.MOST_SILENT;
      checks.add(
          new Check("the number of silent exercises", names(silent), silent.size(), limit, key));
    }
  }

  private static String names(List<String> all) {
    return all.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
        + (all.size() > MOST_NAMED ? String.format("; and %d more", all.size() - MOST_NAMED) : "");
  }
}
