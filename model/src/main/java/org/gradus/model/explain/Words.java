package org.gradus.model.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.gradus.model.features.FeatureBlock;
import org.gradus.model.features.FeatureSet;
import org.gradus.model.features.LocalBlock;

/** Says in words what the features of one answer are, as far as the feature set knows it. */
final class Words {
  /** Logits that differ by less are about the same: 2 points in 100 at most. */
  private static final double ABOUT = 0.1;

  private final Map<String, Float> now = new HashMap<>();
  private final Map<String, Double> usual = new HashMap<>();
  private final TreeSet<String> unknown = new TreeSet<>();

  Words(FeatureSet featureSet, double[] mean, float[] features) {
    List<String> names = featureSet.features();
    for (int j = 0; j < names.size(); j++) {
      now.put(names.get(j), features[j]);
      usual.put(names.get(j), mean[j]);
    }
    for (FeatureBlock block : featureSet.blocks()) {
      if (!Subjects.knows(block.name())) {
        unknown.add(block.name());
      }
    }
  }

  String of(Subject subject) {
    switch (subject) {
      case QUESTION:
        return question();
      case EXERCISE:
        return exercise();
      case STUDENT:
        return student();
      case REPEAT:
        return repeat();
      case GAP:
        return gap();
      case TRAIL:
        return "the questions answered just before this one, and how they went";
      case EFFORT:
        return "the time, hints and tries that earlier answers took";
      default:
        return unknown.isEmpty() ? "something else" : "features " + String.join(", ", unknown);
    }
  }

  private boolean has(String... features) {
    return now.keySet().containsAll(List.of(features));
  }

  private double value(String feature) {
    return now.get(feature);
  }

  private String question() {
    String feature = has("item_logit") ? "item_logit" : "item_offset";
    if (!has(feature)) {
      return "how hard the question is";
    }
    double difference = value(feature) - usual.get(feature);
    String figures =
        String.format(
            Locale.ROOT,
            "%d of 100 get it right, against %d",
            percent(value(feature)),
            percent(usual.get(feature)));
    if (Math.abs(difference) < ABOUT) {
      return "this question is about as hard as others here (" + figures + ")";
    }
    return "this question is "
        + (difference < 0 ? "harder" : "easier")
        + " than most here ("
        + figures
        + ")";
  }

  private static long percent(double logit) {
    return Math.round(100 / (1 + StrictMath.exp(-logit)));
  }

  private String exercise() {
    if (has("log_num_done", "log_num_missed", "percent_correct", "current_streak")) {
      return window();
    }
    if (has("exercise_corrects", "exercise_wrongs")) {
      return sofar(counted("exercise_corrects"), counted("exercise_wrongs"), "on this exercise");
    }
    if (has("exercise_win_count", "exercise_fail_count")) {
      return sofar(
          Math.round(value("exercise_win_count")),
          Math.round(value("exercise_fail_count")),
          "on this exercise");
    }
    if (has("exercise_log_corrects", "exercise_log_attempts")) {
      long corrects = counted("exercise_log_corrects");
      return sofar(corrects, counted("exercise_log_attempts") - corrects, "on this exercise");
    }
    return "the answers on this exercise so far";
  }

  /** From the last 20 outcomes; without any, the share of corrects is not one of a single one. */
  private String window() {
    long missed = Math.round(Math.exp(value("log_num_missed"))) - 1;
    long done = Math.round(Math.exp(value("log_num_done")));
    boolean none = done == 1 && value("percent_correct") > 0 && value("percent_correct") < 1;
    if (none) {
      return "the first question on this exercise";
    }
    String words =
        done < LocalBlock.WINDOW
            ? sofar(done - missed, missed, "on this exercise")
            : "got " + (done - missed) + " of the last " + done + " right on this exercise";
    long streak = Math.round(value("current_streak"));
    return streak >= 2 && missed > 0 ? words + ", the last " + streak + " in a row" : words;
  }

  private String student() {
    if (has("student_corrects", "student_wrongs")) {
      String words =
          sofar(counted("student_corrects"), counted("student_wrongs"), "on all exercises");
      return has("student_residual_mean") ? words + comparison() : words;
    }
    if (has("student_log_corrects", "student_log_attempts")) {
      long corrects = counted("student_log_corrects");
      return sofar(corrects, counted("student_log_attempts") - corrects, "on all exercises");
    }
    return "the answers on other exercises so far";
  }

  private String comparison() {
    long points = Math.round(100 * value("student_residual_mean"));
    if (points == 0) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", about %d in 100 %s than others on the same questions",
        Math.abs(points),
        points > 0 ? "more" : "fewer");
  }

  private String repeat() {
    if (!has("item_corrects", "item_wrongs")) {
      return "the answers to this very question before";
    }
    long corrects = counted("item_corrects");
    long all = corrects + counted("item_wrongs");
    return all == 0
        ? "has not met this very question before"
        : "has met this very question " + times(all) + " before, " + corrects + " right";
  }

  private String gap() {
    if (has("exercise_log_lag") && value("exercise_log_lag") > 0) {
      return "practised this exercise " + ago(StrictMath.expm1(value("exercise_log_lag"))) + " ago";
    }
    if (!has("exercise_log_gap", "exercise_seen")) {
      return "how long ago the exercise was practised";
    }
    if (value("exercise_seen") == 0) {
      return "has not practised this exercise before";
    }
    long others = Math.round(StrictMath.exp(value("exercise_log_gap"))) - 1;
    return others == 0
        ? "practised this exercise just before"
        : "practised this exercise " + others + (others == 1 ? " answer" : " answers") + " ago";
  }

  private static String ago(double seconds) {
    if (seconds < 5400) {
      return Math.max(1, Math.round(seconds / 60)) + " minutes";
    }
    return seconds < 129_600
        ? Math.round(seconds / 3600) + " hours"
        : Math.round(seconds / 86_400) + " days";
  }

  /** The number behind ln(1 + n). */
  private long counted(String feature) {
    return Math.round(StrictMath.expm1(value(feature)));
  }

  private static String times(long number) {
    return number == 1 ? "once" : number + " times";
  }

  private static String sofar(long corrects, long wrongs, String where) {
    long all = corrects + wrongs;
    return all == 0
        ? "no answers yet " + where
        : "got " + corrects + " of " + all + " right " + where + " so far";
  }
}
