package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * ln(1 + corrects) and ln(1 + wrongs) of the student so far: on anything, on the exercise, on the
 * item (PFA, Pavlik, Cen and Koedinger 2009; Best-LR, Gervet et al. 2020).
 */
public final class CountsBlock implements FeatureBlock {
  @Override
  public String name() {
    return "counts";
  }

  @Override
  public List<String> features() {
    return List.of(
        "student_corrects",
        "student_wrongs",
        "exercise_corrects",
        "exercise_wrongs",
        "item_corrects",
        "item_wrongs");
  }

  @Override
  public BlockState newState() {
    return Levels.toItem(Counts::new, 2);
  }

  private static final class Counts implements Levels.Memory {
    private int corrects;
    private int wrongs;

    @Override
    public void observe(Question question, Attempt attempt) {
      if (attempt.correct()) {
        corrects++;
      } else {
        wrongs++;
      }
    }

    @Override
    public void features(Question question, float[] out, int offset) {
      out[offset] = (float) StrictMath.log1p(corrects);
      out[offset + 1] = (float) StrictMath.log1p(wrongs);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(corrects);
      out.writeInt(wrongs);
    }

    @Override
    public void read(DataInput in) throws IOException {
      corrects = in.readInt();
      wrongs = in.readInt();
    }
  }
}
