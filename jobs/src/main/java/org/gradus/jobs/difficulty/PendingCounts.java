package org.gradus.jobs.difficulty;

import java.io.IOException;
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
  private final Map<String, OfExercise> exercises = new LinkedHashMap<>();
  private int size;

  /** Number of distinct counts. */
  int size() {
    return size;
  }

  void addItem(Attempt attempt) {
    Map<String, CountsWritable> items = of(attempt).items;
    int before = items.size();
    items
        .computeIfAbsent(attempt.item(), item -> new CountsWritable())
        .add(attempt.correct() ? 1 : 0, 1);
    size += items.size() - before;
  }

  void addTransitions(Attempt attempt, long[] keys) {
    CountTable transitions = of(attempt).transitions;
    int before = transitions.size();
    for (long key : keys) {
      if (key != Trail.NONE) {
        transitions.add(key, attempt.correct() ? 1 : 0, 1);
      }
    }
    size += transitions.size() - before;
  }

  private OfExercise of(Attempt attempt) {
    return exercises.computeIfAbsent(attempt.exercise(), exercise -> new OfExercise());
  }

  /** Writes all and forgets them. */
  void drainTo(TaskInputOutputContext<?, ?, PairKey, CountsWritable> context)
      throws IOException, InterruptedException {
    PairKey key = new PairKey();
    CountsWritable counts = new CountsWritable();
    for (Map.Entry<String, OfExercise> exercise : exercises.entrySet()) {
      for (Map.Entry<String, CountsWritable> item : exercise.getValue().items.entrySet()) {
        key.set(exercise.getKey(), CountedText.ofItem(item.getKey()));
        context.write(key, item.getValue());
      }
      for (CountTable.Cursor at = exercise.getValue().transitions.cursor(); at.next(); ) {
        key.set(exercise.getKey(), CountedText.ofTransition(at.key()));
        counts.clear();
        counts.add(at.corrects(), at.attempts());
        context.write(key, counts);
      }
    }
    exercises.clear();
    size = 0;
  }

  private static final class OfExercise {
    private final Map<String, CountsWritable> items = new HashMap<>();
    private final CountTable transitions = new CountTable();
  }
}
