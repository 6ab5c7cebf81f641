package org.gradus.jobs.difficulty;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.gradus.io.key.PairKey;
import org.gradus.model.attempt.Attempt;
import org.gradus.model.difficulty.CountTable;
import org.gradus.model.difficulty.Trail;

/** Counts of a mapper, exercise by exercise, that are yet to be written. */
final class PendingCounts {
  private static final int CORRECTS = 0;
  private static final int ATTEMPTS = 1;

  /** About what an exercise takes: its name, and two maps without what is in them. */
  private static final int EXERCISE_BYTES = 300;

  /** About what an item takes: its name, its counts and its place in the map. */
  private static final int ITEM_BYTES = 150;

  private final Map<String, OfExercise> exercises = new LinkedHashMap<>();
  private long bytes;

  /** About how much memory the counts take. */
  long bytes() {
    return bytes;
  }

  void addItem(Attempt attempt) {
    Map<String, long[]> items = of(attempt).items;
    int before = items.size();
    long[] counts = items.computeIfAbsent(attempt.item(), item -> new long[2]);
    counts[CORRECTS] += attempt.correct() ? 1 : 0;
    counts[ATTEMPTS]++;
    bytes += (long) ITEM_BYTES * (items.size() - before);
  }

  void addTransitions(Attempt attempt, long[] keys) {
    CountTable transitions = of(attempt).transitions;
    long before = transitions.bytes();
    for (long key : keys) {
      if (key != Trail.NONE) {
        transitions.add(key, attempt.correct() ? 1 : 0, 1);
      }
    }
    bytes += transitions.bytes() - before;
  }

  private OfExercise of(Attempt attempt) {
    OfExercise counts = exercises.get(attempt.exercise());
    if (counts == null) {
      counts = new OfExercise();
      exercises.put(attempt.exercise(), counts);
      bytes += EXERCISE_BYTES + counts.transitions.bytes();
    }
    return counts;
  }

  /**
   * Writes all.
   *
   * @param variants how many there are
   * @param counted which of them these counts belong to
   */
  void drainTo(
      TaskInputOutputContext<?, ?, PairKey, CountsWritable> context, int variants, BitSet counted)
      throws IOException, InterruptedException {
    PairKey key = new PairKey();
    CountsWritable counts = new CountsWritable();
    for (Map.Entry<String, OfExercise> exercise : exercises.entrySet()) {
      for (Map.Entry<String, long[]> item : exercise.getValue().items.entrySet()) {
        key.set(exercise.getKey(), CountedText.ofItem(item.getKey()));
        counts.set(variants, counted, item.getValue()[CORRECTS], item.getValue()[ATTEMPTS]);
        context.write(key, counts);
      }
      for (CountTable.Cursor at = exercise.getValue().transitions.cursor(); at.next(); ) {
        key.set(exercise.getKey(), CountedText.ofTransition(at.key()));
        counts.set(variants, counted, at.corrects(), at.attempts());
        context.write(key, counts);
      }
    }
  }

  private static final class OfExercise {
    private final Map<String, long[]> items = new HashMap<>();
    private final CountTable transitions = new CountTable();
  }
}
