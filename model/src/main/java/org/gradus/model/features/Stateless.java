package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import org.gradus.model.attempt.Attempt;

/** The state of a block that looks at the question only and has nothing to remember. */
@FunctionalInterface
interface Stateless extends BlockState {
  @Override
  default void observe(Question question, Attempt attempt) {
    // Nothing to remember.
  }

  @Override
  default void write(DataOutput out) {
    // Nothing to remember.
  }

  @Override
  default void read(DataInput in) {
    // Nothing to remember.
  }
}
