package org.gradus.model.features;

import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.DifficultyView;

/**
 * How able the answers so far make a student look, whatever features a model has: the mean of the
 * ability of {@link RaschBlock}, in standard deviations of what so many answers show in a class of
 * standard normal abilities, {@code mean / sqrt(1 - variance)}. The mean alone spreads out the more
 * is known of a student, so that a class would seem to change by growing older; this number has a
 * spread of 0.9 to 1 in such a class after any number of answers.
 */
public final class StudentAbility {
  /** The block whose mean and variance it is made of. */
  public static final String BLOCK = "rasch";

  private final StudentReplay replay;
  private final float[] meanAndVariance = new float[2];

  /** A student without any answer. */
  public StudentAbility(DifficultyView difficulties) {
    replay = new StudentReplay(FeatureSet.of(BLOCK), difficulties);
  }

  /**
   * What is known of the student now, usually from -4 to 4, or NaN without any answer.
   *
   * @param asked the attempt that comes next; its outcome is not looked at
   */
  public double before(Attempt asked) {
    replay.features(replay.question(asked), meanAndVariance);
    return of(meanAndVariance[0], meanAndVariance[1]);
  }

  /** Takes an answer in. */
  public void observe(Attempt attempt) {
    replay.observe(replay.question(attempt), attempt);
  }

  /**
   * The same of the block's features.
   *
   * @param mean in logits
   * @param variance from 0 to 1, 1 for nothing known
   */
  public static double of(double mean, double variance) {
    return variance < 1 ? mean / Math.sqrt(1 - variance) : Double.NaN;
  }
}
