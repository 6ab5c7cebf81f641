package org.gradus.jobs.train;

import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.jobs.examples.ExampleMapper;

/** Which items get an offset of their own, fitted together with theta, and how large it may be. */
final class ItemPrior {
  /** Strength. */
  static final Key<Double> PRECISION =
      Key.number(
          "gradus.train.item-precision",
          10,
          0,
          1e9,
          "Strength that holds the offset of an item near 0, one over its variance in logits; the offset is fitted together with the exercise's parameters and comes"
              + " on top of the features. 0: no offsets.");

  /** Bound of memory. */
  static final Key<Long> MOST_ITEMS =
      Key.whole(
          "gradus.train.most-item-offsets",
          10_000,
          2,
          1_000_000,
          "Items of one exercise that get an offset, the most answered first; up to 16 bytes x features of memory each.");

  private ItemPrior() {}

  /** Whether offsets are fitted: the features must tell items apart. */
  static boolean isUsed(Configuration configuration) {
    return PRECISION.get(configuration) > 0
        && ExampleMapper.featureSet(configuration).tellsItemsApart();
  }

  /** One over the variance of offsets, 0 if there are none. */
  static double precision(Configuration configuration) {
    return isUsed(configuration) ? PRECISION.get(configuration) : 0;
  }

  static int mostItems(Configuration configuration) {
    return MOST_ITEMS.get(configuration).intValue();
  }
}
