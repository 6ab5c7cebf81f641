package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of corrects and attempts. */
final class Tally implements PerExercise.Entry {
  private int corrects;
  private int attempts;

  void add(boolean correct) {
    corrects += correct ? 1 : 0;
    attempts++;
  }

  int corrects() {
    return corrects;
  }

  int attempts() {
    return attempts;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(corrects);
    out.writeInt(attempts);
  }

  @Override
  public void read(DataInput in) throws IOException {
    corrects = in.readInt();
    attempts = in.readInt();
  }
}
