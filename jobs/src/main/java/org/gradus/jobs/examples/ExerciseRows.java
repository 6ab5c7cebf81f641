package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.census.Census;

/**
 * How many rows of each exercise a job shuffles, and in how many parts: those of an exercise that
 * is fitted already are only scored, which several reducers can do, each for some of the students.
 * Sizes come from the census, less the training rows of fitted exercises. Immutable.
 */
public final class ExerciseRows {
  /** Rows of a fitted exercise, about, that one reducer is given; none: any number. */
  public static final String MOST_IN_A_PART = "gradus.internal.most-rows-in-a-part";

  private final Map<String, Long> rows = new HashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();

  private ExerciseRows(Map<String, Long> attempts, Map<String, Long> elsewhere, long most) {
    attempts.forEach(
        (exercise, all) -> rows.put(exercise, all - elsewhere.getOrDefault(exercise, 0L)));
    elsewhere
        .keySet()
        .forEach(
            exercise -> {
              long left = rows.getOrDefault(exercise, 0L);
              parts.put(exercise, (int) Math.max(1, left / most + (left % most > 0 ? 1 : 0)));
            });
  }

  /** Those of a job whose exercises are all whole. */
  static ExerciseRows whole(Map<String, Long> attempts) {
    return of(attempts, Map.of(), Long.MAX_VALUE);
  }

  /**
   * Those of a job that is given some thetas.
   *
   * @param attempts size of each exercise
   * @param elsewhere of each fitted exercise, rows that are not shuffled
   * @param most rows of a fitted exercise in a part, from 1
   */
  static ExerciseRows of(Map<String, Long> attempts, Map<String, Long> elsewhere, long most) {
    return new ExerciseRows(attempts, elsewhere, most);
  }

  /** Those of a job with these settings. */
  static ExerciseRows of(Configuration configuration) throws IOException {
    Path census = new Path(configuration.get(ExercisePartitioner.CENSUS));
    return of(
        Census.read(configuration, census).attempts(),
        FittedExercises.rows(configuration),
        configuration.getLong(MOST_IN_A_PART, Long.MAX_VALUE));
  }

  /** Rows of an exercise, 0 for one that is not in the census. */
  long of(String exercise) {
    return rows.getOrDefault(exercise, 0L);
  }

  /** Rows of all exercises. */
  long all() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows of the largest part. */
  long largestPart() {
    return rows.keySet().stream().mapToLong(this::partOf).max().orElse(0);
  }

  /** Number of parts of all exercises together. */
  long parts() {
    return rows.keySet().stream().mapToLong(this::partsOf).sum();
  }

  private int partsOf(String exercise) {
    return parts.getOrDefault(exercise, 1);
  }

  private long partOf(String exercise) {
    return rows.get(exercise) / partsOf(exercise);
  }

  /**
   * Deals the parts out from the largest down, each to the reducer that has least so far (longest
   * processing time first, Graham 1969: at most 4/3 of the best possible, and close to it here).
   *
   * @param reducers how many there are, from 1
   * @return by exercise, the reducer of each of its parts; the same one may have several
   */
  Map<String, int[]> deal(int reducers) {
    List<String> largestFirst = new ArrayList<>(rows.keySet());
    largestFirst.sort(
        Comparator.comparingLong(this::partOf).reversed().thenComparing(Comparator.naturalOrder()));
    PriorityQueue<long[]> loads =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(load -> load[0]).thenComparingLong(load -> load[1]));
    for (int i = 0; i < reducers; i++) {
      loads.add(new long[] {0, i});
    }
    Map<String, int[]> dealt = new HashMap<>();
    for (String exercise : largestFirst) {
      int[] own = new int[partsOf(exercise)];
      for (int part = 0; part < own.length; part++) {
        long[] lightest = loads.remove();
        own[part] = (int) lightest[1];
        lightest[0] += partOf(exercise);
        loads.add(lightest);
      }
      dealt.put(exercise, own);
    }
    return dealt;
  }
}
