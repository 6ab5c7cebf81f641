package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.Difficulty;
import org.gradus.model.difficulty.DifficultyView;

/**
 * One student's history played forward: ask for the features of the next answer, then take the
 * answer in. Training and serving both run this code. Time per attempt does not depend on the
 * length of the history; memory grows with the number of distinct exercises and items of the
 * student. Not safe for use by several threads at once.
 */
public final class StudentReplay {
  private final FeatureSet featureSet;
  private final DifficultyView difficulties;
  private final List<BlockState> states = new ArrayList<>();
  private final Question asked = new Question();

  /**
   * A student without any answer.
   *
   * @param featureSet which features
   * @param difficulties how hard exercises and items are, as this student may see it
   */
  public StudentReplay(FeatureSet featureSet, DifficultyView difficulties) {
    this.featureSet = featureSet;
    this.difficulties = difficulties;
    for (FeatureBlock block : featureSet.blocks()) {
      states.add(block.newState(difficulties));
    }
  }

  /**
   * The question of an exercise and item, with its difficulty.
   *
   * @param exercise non-empty name of the exercise
   * @param item name of the item, or empty
   * @param problemType sub-kind of the exercise, or empty
   * @param epochMillis when it is asked, or {@link Attempt#UNKNOWN_TIME}
   */
  public Question question(String exercise, String item, String problemType, long epochMillis) {
    return new Question(exercise, item, problemType, epochMillis, difficulty(exercise, item));
  }

  private Difficulty difficulty(String exercise, String item) {
    return featureSet.usesDifficulty() ? difficulties.of(exercise, item) : Difficulty.UNKNOWN;
  }

  /** The question that an attempt answered. */
  public Question question(Attempt attempt) {
    return question(
        attempt.exercise(), attempt.item(), attempt.problemType(), attempt.epochMillis());
  }

  /**
   * Writes the features of a coming answer; changes nothing.
   *
   * @param out at least {@code featureSet.size()} values
   */
  public void features(Question question, float[] out) {
    java.util.Arrays.fill(out, 0, featureSet.size(), 0f);
    int offset = 0;
    for (int i = 0; i < states.size(); i++) {
      states.get(i).features(question, out, offset);
      offset += featureSet.width(i);
    }
  }

  /**
   * The same for the question of an exercise and item, without making a {@link Question}.
   *
   * @param again whether {@code out} holds the features of another question to the same student,
   *     with no answer since: what depends on the student alone is then left as it is
   * @return the question, overwritten by the next call
   */
  public Question features(
      String exercise,
      String item,
      String problemType,
      long epochMillis,
      boolean again,
      float[] out) {
    asked.set(exercise, item, problemType, epochMillis, difficulty(exercise, item));
    if (!again) {
      features(asked, out);
      return asked;
    }
    int offset = 0;
    for (int i = 0; i < states.size(); i++) {
      int end = offset + featureSet.width(i);
      if (featureSet.dependsOnQuestion(i)) {
        java.util.Arrays.fill(out, offset, end, 0f);
        states.get(i).features(asked, out, offset);
      }
      offset = end;
    }
    return asked;
  }

  /** Takes an answer in: the question as it was known before, and the attempt that answered it. */
  public void observe(Question question, Attempt attempt) {
    for (BlockState state : states) {
      state.observe(question, attempt);
    }
  }

  /** Writes all that is remembered. */
  public void write(DataOutput out) throws IOException {
    for (BlockState state : states) {
      state.write(out);
    }
  }

  /** Replaces all that is remembered by what {@link #write} wrote for the same feature set. */
  public void read(DataInput in) throws IOException {
    for (BlockState state : states) {
      state.read(in);
    }
  }
}
