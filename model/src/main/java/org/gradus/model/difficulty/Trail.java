package org.gradus.model.difficulty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.attempt.StudentHistory;
import org.gradus.model.hash.StableHash;

/**
 * What one student did last, as far as the keys of {@link Transition}s need it: the last two
 * exercises and items, and the last item of each exercise, with their outcomes. Counting, training
 * and serving all run this code. 17 bytes and the name per exercise of the student; constant time.
 * Not safe for use by several threads at once.
 */
public final class Trail {
  /** Key of a transition that there is not: the first answer, or a question without an item. */
  public static final long NONE = 0;

  private static final Last NOTHING = new Last();

  private final Last last = new Last();
  private final Last second = new Last();
  private final Map<String, Last> here = new HashMap<>();

  /**
   * Keys of the transitions to a question.
   *
   * @param exercise non-empty name of the exercise
   * @param item name of the item, or empty
   * @param keys where to write one key for each {@link Transition}, {@link #NONE} where there is
   *     none
   */
  public void keys(String exercise, String item, long[] keys) {
    long exerciseKey = StableHash.of(exercise);
    long itemKey = item.isEmpty() ? NONE : StableHash.of(exercise, item);
    Last onExercise = here.getOrDefault(exercise, NOTHING);
    keys[0] = key(Transition.PREVIOUS_ITEM, itemKey, last.item);
    keys[1] = key(Transition.SECOND_PREVIOUS_ITEM, itemKey, second.item);
    keys[2] = key(Transition.LAST_ITEM_HERE, itemKey, onExercise.item);
    keys[3] = key(Transition.LAST_OUTCOME_HERE, itemKey, 1 + onExercise.outcome);
    keys[4] = key(Transition.PREVIOUS_EXERCISE, exerciseKey, last.exercise);
    keys[5] = key(Transition.SECOND_PREVIOUS_EXERCISE, exerciseKey, second.exercise);
  }

  private static long key(Transition transition, long asked, long before) {
    if (asked == NONE || before == NONE) {
      return NONE;
    }
    return StableHash.mix(asked + (transition.position() + 1) * StableHash.GAMMA ^ before);
  }

  /** Takes the attempts of a history, each with the keys of the transitions to it. */
  @FunctionalInterface
  public interface Visitor<E extends Exception> {
    /** Takes one attempt; {@code keys} is overwritten for the next. */
    void accept(Attempt attempt, long[] keys) throws E;
  }

  /**
   * Walks through a history, oldest attempt first. Attempts that tell of one answer all have the
   * keys of the trail before it.
   */
  public static <E extends Exception> void walk(StudentHistory history, Visitor<E> visitor)
      throws E {
    Trail trail = new Trail();
    long[] keys = new long[Transition.COUNT];
    List<Attempt> attempts = history.attempts();
    int end = 0;
    for (int from = 0; from < attempts.size(); from = end) {
      end = history.endOfAnswer(from);
      for (Attempt attempt : attempts.subList(from, end)) {
        trail.keys(attempt.exercise(), attempt.item(), keys);
        visitor.accept(attempt, keys);
      }
      attempts.subList(from, end).forEach(trail::observe);
    }
  }

  /** Takes an answer in. */
  public void observe(Attempt attempt) {
    second.exercise = last.exercise;
    second.item = last.item;
    last.set(attempt);
    here.computeIfAbsent(attempt.exercise(), exercise -> new Last()).set(attempt);
  }

  /** Writes the trail. */
  public void write(DataOutput out) throws IOException {
    last.write(out);
    second.write(out);
    out.writeInt(here.size());
    for (Map.Entry<String, Last> entry : here.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
  }

  /** Replaces the trail by one that {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    last.read(in);
    second.read(in);
    here.clear();
    for (int count = in.readInt(); count > 0; count--) {
      String exercise = in.readUTF();
      Last entry = new Last();
      entry.read(in);
      here.put(exercise, entry);
    }
  }

  /** An answer: hashes of the exercise and of the item, each with the outcome. */
  private static final class Last {
    private long exercise = NONE;
    private long item = NONE;
    private int outcome;

    void set(Attempt attempt) {
      String mark = attempt.correct() ? "1" : "0";
      outcome = attempt.correct() ? 2 : 1;
      exercise = StableHash.of(attempt.exercise(), mark);
      item =
          attempt.item().isEmpty() ? NONE : StableHash.of(attempt.exercise(), attempt.item(), mark);
    }

    void write(DataOutput out) throws IOException {
      out.writeLong(exercise);
      out.writeLong(item);
      out.writeByte(outcome);
    }

    void read(DataInput in) throws IOException {
      exercise = in.readLong();
      item = in.readLong();
      outcome = in.readByte();
    }
  }
}
