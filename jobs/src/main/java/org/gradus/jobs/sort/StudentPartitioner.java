package org.gradus.jobs.sort;

import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Partitioner;
import org.apache.hadoop.util.hash.Hash;
import org.apache.hadoop.util.hash.MurmurHash;

/** Sends all attempts of a student to one reducer, by a hash of the student's id. */
public final class StudentPartitioner extends Partitioner<AttemptKey, NullWritable> {
  private static final int SEED = 0x67726164;

  private final Hash hash = MurmurHash.getInstance();

  @Override
  public int getPartition(AttemptKey key, NullWritable value, int partitions) {
    return (hash.hash(key.bytes(), key.studentLength(), SEED) & Integer.MAX_VALUE) % partitions;
  }
}
