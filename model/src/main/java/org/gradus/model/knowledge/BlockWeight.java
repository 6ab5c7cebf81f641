package org.gradus.model.knowledge;

/** How much of the predictions one block of features carries. Immutable. */
public final class BlockWeight {
  private final String block;
  private final int features;
  private final double deviation;
  private final double share;

  BlockWeight(String block, int features, double deviation, double share) {
    this.block = block;
    this.features = features;
    this.deviation = deviation;
    this.share = share;
  }

  /** Name of the block. */
  public String block() {
    return block;
  }

  /** Number of its features, or of items with an offset. */
  public int features() {
    return features;
  }

  /**
   * Standard deviation, over training attempts, of what the block adds to the logit: by so much it
   * moves predictions apart.
   */
  public double deviation() {
    return deviation;
  }

  /** Its part of the sum of these deviations over all blocks, between 0 and 1. */
  public double share() {
    return share;
  }
}
