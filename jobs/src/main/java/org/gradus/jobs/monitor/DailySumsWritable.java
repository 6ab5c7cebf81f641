package org.gradus.jobs.monitor;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;
import org.gradus.model.evaluate.DailySums;

/**
 * {@link DailySums} on their way: the number of counts that are not zero, then for each the
 * distance from the index before and the value, all as VLongs. About 80 bytes for one answer.
 */
public final class DailySumsWritable implements Writable {
  private final long[] counts = new long[DailySums.WIDTH];

  /** No answers; Hadoop creates values by reflection. */
  public DailySumsWritable() {}

  void clear() {
    Arrays.fill(counts, 0);
  }

  void add(long[] other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other[i];
    }
  }

  void add(DailySumsWritable other) {
    add(other.counts);
  }

  DailySums get() {
    DailySums sums = new DailySums();
    sums.merge(counts);
    return sums;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    int set = 0;
    for (long count : counts) {
      set += count == 0 ? 0 : 1;
    }
    WritableUtils.writeVInt(out, set);
    int last = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        WritableUtils.writeVInt(out, i - last);
        WritableUtils.writeVLong(out, counts[i]);
        last = i;
      }
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    clear();
    int index = 0;
    for (int left = WritableUtils.readVInt(in); left > 0; left--) {
      index += WritableUtils.readVInt(in);
      counts[index] = WritableUtils.readVLong(in);
    }
  }
}
