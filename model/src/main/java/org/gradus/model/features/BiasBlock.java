package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/** The constant 1. */
public final class BiasBlock implements FeatureBlock {
  @Override
  public String name() {
    return "bias";
  }

  @Override
  public List<String> features() {
    return List.of("bias");
  }

  @Override
  public boolean dependsOnQuestion() {
    return false;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = 1;
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      // Nothing to remember.
    }

    @Override
    public void write(DataOutput out) {
      // Nothing to remember.
    }

    @Override
    public void read(DataInput in) {
      // Nothing to remember.
    }
  }
}
