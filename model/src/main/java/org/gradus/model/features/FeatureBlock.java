package org.gradus.model.features;

import java.util.List;
import org.gradus.model.difficulty.DifficultyView;

/**
 * A few features that belong together: their names and what to remember of a student to compute
 * them. Immutable.
 */
public interface FeatureBlock {
  /** The name it is chosen by, such as {@code local}. */
  String name();

  /** Names of its features, in their order. */
  List<String> features();

  /** Whether it needs the difficulty of exercises and items. */
  default boolean usesDifficulty() {
    return false;
  }

  /** Whether it needs counts of transitions. */
  default boolean usesTransitions() {
    return false;
  }

  /**
   * A number q such that every value of the block is a whole number of at most 2^24 times q,
   * computed as {@code whole * q} in float; 0 when there is none. Rows with a quantum travel in
   * fewer bytes.
   */
  default float quantum() {
    return 0;
  }

  /** Whether its values depend on what is asked, rather than on the student alone. */
  default boolean dependsOnQuestion() {
    return true;
  }

  /** The state of a student who has not answered anything yet. */
  BlockState newState();

  /** The same, for a block that asks the difficulties for more than those of the question. */
  default BlockState newState(DifficultyView difficulties) {
    return newState();
  }
}
