package org.gradus.jobs.train;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.gradus.model.fit.LossSums;

/** {@link LossSums} on their way; the number of columns comes first. */
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
    out.writeInt(sums.columns());
    sums.write(out);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int columns = in.readInt();
    if (columns != sums.columns()) {
      sums = new LossSums(columns);
    }
    sums.readFields(in);
  }
}
