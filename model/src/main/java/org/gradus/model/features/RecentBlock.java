package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * The student's last eight answers on anything and last four on the exercise, newest first: 1 for
 * correct, -1 for wrong, 0 where there is none yet; and whether the answer before was on the same
 * exercise.
 */
public final class RecentBlock implements FeatureBlock {
  private static final int STUDENT = 8;
  private static final int EXERCISE = 4;

  @Override
  public String name() {
    return "recent";
  }

  @Override
  public List<String> features() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= STUDENT; i++) {
      names.add("student_last_" + i);
    }
    for (int i = 1; i <= EXERCISE; i++) {
      names.add("exercise_last_" + i);
    }
    names.add("same_exercise");
    return names;
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private final Outcomes student = new Outcomes();
    private final PerExercise<Outcomes> exercises = new PerExercise<>(Outcomes::new);
    private String lastExercise = "";

    @Override
    public void features(Question question, float[] out, int offset) {
      student.features(STUDENT, out, offset);
      exercises.peek(question.exercise()).features(EXERCISE, out, offset + STUDENT);
      out[offset + STUDENT + EXERCISE] = question.exercise().equals(lastExercise) ? 1 : 0;
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      student.add(attempt.correct());
      exercises.get(question.exercise()).add(attempt.correct());
      lastExercise = question.exercise();
    }

    @Override
    public void write(DataOutput out) throws IOException {
      student.write(out);
      exercises.write(out);
      out.writeUTF(lastExercise);
    }

    @Override
    public void read(DataInput in) throws IOException {
      student.read(in);
      exercises.read(in);
      lastExercise = in.readUTF();
    }
  }

  /** Outcomes as bits behind a leading 1 that marks how many there are. */
  private static final class Outcomes implements PerExercise.Entry {
    private static final int MOST = 1 << 16;
    private int bits = 1;

    void add(boolean correct) {
      bits = bits << 1 | (correct ? 1 : 0);
      if (bits >= MOST) {
        bits = (bits & (MOST / 2 - 1)) | MOST / 2;
      }
    }

    void features(int count, float[] out, int offset) {
      for (int i = 0; i < count && bits >>> (i + 1) != 0; i++) {
        out[offset + i] = ((bits >>> i) & 1) == 1 ? 1 : -1;
      }
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(bits);
    }

    @Override
    public void read(DataInput in) throws IOException {
      bits = in.readInt();
    }
  }
}
