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
    return new State();
  }

  private static final class State implements BlockState {
    private final Counts student = new Counts();
    private final PerExercise<Counts> exercises = new PerExercise<>(Counts::new);
    private final PerExercise<Counts> items = new PerExercise<>(Counts::new);

    @Override
    public void features(Question question, float[] out, int offset) {
      student.features(out, offset);
      exercises.peek(question.exercise()).features(out, offset + 2);
      if (!question.item().isEmpty()) {
        items.peek(question.item()).features(out, offset + 4);
      }
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      student.add(attempt.correct());
      exercises.get(question.exercise()).add(attempt.correct());
      if (!question.item().isEmpty()) {
        items.get(question.item()).add(attempt.correct());
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      student.write(out);
      exercises.write(out);
      items.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
      student.read(in);
      exercises.read(in);
      items.read(in);
    }
  }

  private static final class Counts implements PerExercise.Entry {
    private int corrects;
    private int wrongs;

    void add(boolean correct) {
      if (correct) {
        corrects++;
      } else {
        wrongs++;
      }
    }

    void features(float[] out, int offset) {
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
