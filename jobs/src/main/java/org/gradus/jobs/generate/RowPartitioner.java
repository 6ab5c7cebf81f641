package org.gradus.jobs.generate;

import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Partitioner;

/** Sends each row to the reducer that writes its file. */
public final class RowPartitioner extends Partitioner<RowKeyWritable, Text> {
  @Override
  public int getPartition(RowKeyWritable key, Text row, int partitions) {
    return key.file() % partitions;
  }
}
