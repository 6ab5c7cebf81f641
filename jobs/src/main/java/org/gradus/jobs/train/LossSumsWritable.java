package org.gradus.jobs.train;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.Writable;
import org.gradus.model.fit.LossSums;

/** {@link LossSums} on their way; the widths of the groups of columns come first. */
public final class LossSumsWritable implements Writable {
  private LossSums sums = new LossSums(0);

  void set(LossSums newSums) {
    sums = newSums;
  }

  LossSums get() {
    return sums;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    int[] widths = sums.widths();
    out.writeInt(widths.length);
    for (int width : widths) {
      out.writeInt(width);
    }
    sums.write(out);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int[] widths = new int[in.readInt()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = in.readInt();
    }
    if (!Arrays.equals(widths, sums.widths())) {
      sums = new LossSums(widths);
    }
    sums.readFields(in);
  }
}
