package org.gradus.io.key;

import org.apache.hadoop.mapreduce.Partitioner;
import org.gradus.model.hash.StableHash;

/** Sends {@link PairKey}s with the same first text to the same reducer, by a stable hash. */
public final class FirstPartitioner extends Partitioner<PairKey, Object> {
  @Override
  public int getPartition(PairKey key, Object value, int partitions) {
    return (int) ((StableHash.of(key.first()) >>> 1) % partitions);
  }
}
