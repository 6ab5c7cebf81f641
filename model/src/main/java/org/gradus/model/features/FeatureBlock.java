package org.gradus.model.features;

import java.util.List;

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

  /** The state of a student who has not answered anything yet. */
  BlockState newState();
}
