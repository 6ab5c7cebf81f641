package org.gradus.jobs.predict;

import java.util.List;
import org.gradus.io.settings.Key;

/** The settings of the step. */
final class PredictKeys {
  static final Key<Long> RECOMMENDATIONS =
      Key.whole(
          "gradus.predict.recommendations",
          10,
          0,
          1000,
          "Exercises to recommend to each student: those whose P(correct) is nearest to the target.");

  static final Key<Double> TARGET_PROBABILITY =
      Key.number(
          "gradus.predict.target-probability",
          0.85,
          0,
          1,
          "P(correct) at which practice is thought to teach most (Wilson et al. 2019, \"The eighty"
              + " five percent rule for optimal learning\").");

  static final Key<Long> CHALLENGES =
      Key.whole(
          "gradus.predict.challenges",
          5,
          0,
          1000,
          "Most challenge cards for a student: exercises never met whose P(correct) is at their"
              + " threshold or above.");

  static final Key<Double> CHALLENGE_BETA =
      Key.number(
          "gradus.predict.challenge-beta",
          0.5,
          0.01,
          100,
          "Beta of the F-beta on first attempts that each exercise's threshold maximises; below 1 a"
              + " failed challenge weighs more than a missed one.");

  static final Key<Long> CHALLENGE_LEAST_ATTEMPTS =
      Key.whole(
          "gradus.predict.challenge-least-attempts",
          100,
          1,
          1_000_000_000,
          "First attempts of training students that an exercise needs for a threshold of its own.");

  static final Key<Double> CHALLENGE_PROBABILITY =
      Key.number(
          "gradus.predict.challenge-probability",
          0.85,
          0,
          1,
          "Threshold of exercises with fewer first attempts (0.85 is Khan Academy's for all).");

  private PredictKeys() {}

  static List<Key<?>> all() {
    return List.of(
        RECOMMENDATIONS,
        TARGET_PROBABILITY,
        CHALLENGES,
        CHALLENGE_BETA,
        CHALLENGE_LEAST_ATTEMPTS,
        CHALLENGE_PROBABILITY);
  }
}
