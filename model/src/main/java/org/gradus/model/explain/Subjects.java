package org.gradus.model.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which feature speaks about what. */
public final class Subjects {
  private static final String BY_PREFIX = "";
  private static final Map<String, String> BLOCKS = new HashMap<>();
  private static final Map<String, Subject> FEATURES =
      Map.of(
          "same_exercise", Subject.GAP,
          "exercise_log_gap", Subject.GAP,
          "exercise_gap_residual", Subject.GAP,
          "ability_local", Subject.EXERCISE,
          "ability_local_variance", Subject.EXERCISE,
          "ability_logit", Subject.QUESTION,
          "exercise_logit", Subject.QUESTION);

  static {
    for (String block :
        List.of("counts", "residuals", "recent", "attempts", "windows", "streaks")) {
      BLOCKS.put(block, BY_PREFIX);
    }
    BLOCKS.put("gaps", BY_PREFIX);
    BLOCKS.put("bias", Subject.OTHER.name());
    BLOCKS.put("local", Subject.EXERCISE.name());
    BLOCKS.put("wins", Subject.EXERCISE.name());
    BLOCKS.put("recency", Subject.EXERCISE.name());
    BLOCKS.put("state", Subject.STUDENT.name());
    BLOCKS.put("ability", Subject.STUDENT.name());
    BLOCKS.put("firsts", Subject.STUDENT.name());
    BLOCKS.put("difficulty", Subject.QUESTION.name());
    BLOCKS.put("rasch", Subject.STUDENT.name());
    BLOCKS.put("item", Subject.QUESTION.name());
    BLOCKS.put("time", Subject.GAP.name());
    BLOCKS.put("transitions", Subject.TRAIL.name());
    BLOCKS.put("response", Subject.EFFORT.name());
  }

  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry("bias", "how exercises differ"),
          Map.entry("local", "the last 20 answers on the exercise"),
          Map.entry("state", "first answers on other exercises"),
          Map.entry("difficulty", "how hard the question is"),
          Map.entry("item", "how hard the question is"),
          Map.entry("item_offsets", "how easy the question is beyond that"),
          Map.entry("rasch", "ability, by the Rasch model"),
          Map.entry("counts", "right and wrong answers so far"),
          Map.entry("wins", "right and wrong answers on the exercise"),
          Map.entry("recency", "the share of right answers lately, and the wrong ones"),
          Map.entry("attempts", "right answers and answers so far"),
          Map.entry("residuals", "better or worse than others lately"),
          Map.entry("recent", "the last few answers, one by one"),
          Map.entry("ability", "ability, followed answer by answer"),
          Map.entry("windows", "answers within the hour, day, week, month"),
          Map.entry("time", "how long ago"),
          Map.entry("transitions", "which questions came just before, and how they went"),
          Map.entry("response", "time, hints and tries of earlier answers"),
          Map.entry("streaks", "answers right or wrong in a row"),
          Map.entry("firsts", "first answers on exercises against later ones"),
          Map.entry("gaps", "answers since the exercise was practised"));

  private Subjects() {}

  /** What a block is about, in a few words; empty where nothing is said. */
  public static String describe(String block) {
    return DESCRIPTIONS.getOrDefault(block, "");
  }

  /** Whether it is said what the features of a block speak about. */
  public static boolean knows(String block) {
    return BLOCKS.containsKey(block);
  }

  /** What a feature of a block speaks about; {@link Subject#OTHER} where nothing is said. */
  public static Subject of(String block, String feature) {
    String subject = BLOCKS.get(block);
    if (subject == null) {
      return Subject.OTHER;
    }
    Subject own = FEATURES.get(feature);
    if (own != null) {
      return own;
    }
    return subject.equals(BY_PREFIX) ? byPrefix(feature) : Subject.valueOf(subject);
  }

  private static Subject byPrefix(String feature) {
    if (feature.startsWith("student_")) {
      return Subject.STUDENT;
    }
    if (feature.startsWith("exercise_")) {
      return Subject.EXERCISE;
    }
    return feature.startsWith("item_") ? Subject.REPEAT : Subject.OTHER;
  }

  /**
   * Features whose sum, with something about the question, a feature is, so that what it adds can
   * be told apart; empty for any other feature.
   */
  static List<String> partsOf(String feature) {
    return feature.equals("ability_logit")
        ? List.of("ability_general", "ability_local")
        : List.of();
  }
}
