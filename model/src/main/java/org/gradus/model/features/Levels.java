package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;
import org.gradus.model.attempt.Attempt;

/**
 * The state of a block that remembers the same of several levels: of all a student's answers, of
 * those on an exercise, of those to an item. A question without an item has zeros for the latter.
 */
final class Levels<M extends Levels.Memory> implements BlockState {
  private final int width;
  private final M student;
  private final PerExercise<M> exercises;
  private final PerExercise<M> items;

  private Levels(int width, M student, PerExercise<M> exercises, PerExercise<M> items) {
    this.width = width;
    this.student = student;
    this.exercises = exercises;
    this.items = items;
  }

  /** What is remembered of answers on one level, and the features that it gives. */
  interface Memory extends PerExercise.Entry {
    /** Writes the features; all are 0 on entry. */
    void features(Question question, float[] out, int offset);

    void observe(Question question, Attempt attempt);
  }

  static <M extends Memory> Levels<M> ofExercise(Supplier<M> fresh) {
    return new Levels<>(0, null, new PerExercise<>(fresh), null);
  }

  /** Student, then exercise, so many features each. */
  static <M extends Memory> Levels<M> toExercise(Supplier<M> fresh, int width) {
    return new Levels<>(width, fresh.get(), new PerExercise<>(fresh), null);
  }

  /** Student, exercise, then item, so many features each. */
  static <M extends Memory> Levels<M> toItem(Supplier<M> fresh, int width) {
    return new Levels<>(width, fresh.get(), new PerExercise<>(fresh), new PerExercise<>(fresh));
  }

  @Override
  public void features(Question question, float[] out, int offset) {
    if (student != null) {
      student.features(question, out, offset);
    }
    exercises.peek(question.exercise()).features(question, out, offset + width);
    if (items != null && !question.item().isEmpty()) {
      items.peek(question.item()).features(question, out, offset + 2 * width);
    }
  }

  @Override
  public void observe(Question question, Attempt attempt) {
    if (student != null) {
      student.observe(question, attempt);
    }
    exercises.get(question.exercise()).observe(question, attempt);
    if (items != null && !question.item().isEmpty()) {
      items.get(question.item()).observe(question, attempt);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    if (student != null) {
      student.write(out);
    }
    exercises.write(out);
    if (items != null) {
      items.write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    if (student != null) {
      student.read(in);
    }
    exercises.read(in);
    if (items != null) {
      items.read(in);
    }
  }
}
