package org.gradus.model.baseline;

/**
 * A model of one exercise to measure others by. First it is trained with all answers of training
 * students, each student's in order; then fitted; then, for each held-out student in order, asked
 * before and told after each answer. Mutable, used by one thread.
 */
public interface Baseline {
  /** Takes an answer of a training student in; kept in a few bytes. */
  void train(Situation before, boolean correct);

  /** Estimates the parameters; called once, after the last {@link #train}. */
  void fit();

  /** P(correct) of a coming answer, between 0 and 1, both exclusive. */
  double predict(Situation before);

  /**
   * Takes an answer of a held-out student in, predicted or not. Only what says more than the next
   * {@link Situation} need be remembered.
   */
  default void observe(Situation before, boolean correct) {}
}
