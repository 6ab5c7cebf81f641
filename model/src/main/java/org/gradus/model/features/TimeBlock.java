package org.gradus.model.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gradus.model.attempt.Attempt;

/**
 * How long ago, where there is a clock: ln(1 + seconds) since the student's last attempt on
 * anything, on the exercise and on the item (lag times as in the review by Khajah, Lindsey and
 * Mozer 2016 and in Gervet et al. 2020), whether a session begins (nothing for 30 minutes), and
 * whether the exercise was last practised on another day (20 hours ago or more). All 0 where the
 * clock or the earlier attempt is missing.
 *
 * <p>Most logs say when an answer was <em>done</em>: then the time since the last one holds the
 * time taken for this very answer, which nobody knows before it. So a question is taken to have
 * been asked 30 minutes before the clock of its answer, but not before the last answer to anything:
 * within a session lags end at that answer, and only an answer that itself takes longer than half
 * an hour is known for it.
 *
 * <p>Costs 20 bytes a row; 8 bytes and the name per exercise and per item of a student; constant
 * time.
 */
public final class TimeBlock implements FeatureBlock {
  private static final long SESSION_GAP_MILLIS = 30 * 60 * 1000L;
  private static final double OTHER_DAY_SECONDS = 20 * 3600;

  @Override
  public String name() {
    return "time";
  }

  @Override
  public List<String> features() {
    return List.of(
        "student_log_lag", "exercise_log_lag", "item_log_lag", "session_start", "other_day");
  }

  @Override
  public BlockState newState() {
    return new State();
  }

  private static final class State implements BlockState {
    private final Last student = new Last();
    private final PerExercise<Last> exercises = new PerExercise<>(Last::new);
    private final PerExercise<Last> items = new PerExercise<>(Last::new);

    @Override
    public void features(Question question, float[] out, int offset) {
      long now = asked(question.epochMillis());
      double sinceAny = student.secondsBefore(now);
      double sinceHere = exercises.peek(question.exercise()).secondsBefore(now);
      out[offset] = (float) StrictMath.log1p(sinceAny);
      out[offset + 1] = (float) StrictMath.log1p(sinceHere);
      if (!question.item().isEmpty()) {
        out[offset + 2] = (float) StrictMath.log1p(items.peek(question.item()).secondsBefore(now));
      }
      out[offset + 3] = sinceAny > 0 ? 1 : 0;
      out[offset + 4] = sinceHere > OTHER_DAY_SECONDS ? 1 : 0;
    }

    private long asked(long answered) {
      return answered == Attempt.UNKNOWN_TIME
          ? answered
          : Math.max(student.epochMillis, answered - SESSION_GAP_MILLIS);
    }

    @Override
    public void observe(Question question, Attempt attempt) {
      student.epochMillis = question.epochMillis();
      exercises.get(question.exercise()).epochMillis = question.epochMillis();
      if (!question.item().isEmpty()) {
        items.get(question.item()).epochMillis = question.epochMillis();
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

  private static final class Last implements PerExercise.Entry {
    private long epochMillis = Attempt.UNKNOWN_TIME;

    /** Seconds from here to {@code now}, 0 where either is unknown. */
    double secondsBefore(long now) {
      boolean known = now != Attempt.UNKNOWN_TIME && epochMillis != Attempt.UNKNOWN_TIME;
      return known ? Math.max(0, ((double) now - (double) epochMillis) / 1000) : 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(epochMillis);
    }

    @Override
    public void read(DataInput in) throws IOException {
      epochMillis = in.readLong();
    }
  }
}
