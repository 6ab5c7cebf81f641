package org.gradus.model.features;

import java.util.List;

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
    return (Stateless) (question, out, offset) -> out[offset] = 1;
  }
}
