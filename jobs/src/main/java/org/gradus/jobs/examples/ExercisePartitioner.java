package org.gradus.jobs.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Partitioner;
import org.gradus.io.census.Census;
import org.gradus.io.key.PairKey;
import org.gradus.model.hash.StableHash;

/**
 * Sends all rows of an exercise to one reducer, and to each reducer about as many rows: exercises
 * are dealt out from the largest down, each to the reducer that has least so far (longest
 * processing time first, Graham 1969: at most 4/3 of the best possible, and close to it here).
 * Sizes come from the census, less the training rows of exercises that are fitted already; an
 * exercise that is not in it goes by a stable hash.
 */
public final class ExercisePartitioner extends Partitioner<PairKey, TraceWritable>
    implements Configurable {
  /** Place of the census. */
  static final String CENSUS = "gradus.internal.census";

  private Configuration configuration;
  private Map<String, Long> rows = Map.of();
  private Map<String, Integer> reducers;

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    try {
      Map<String, Long> attempts =
          Census.read(configuration, new Path(configuration.get(CENSUS))).attempts();
      rows = shuffled(attempts, FittedExercises.rows(configuration));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public int getPartition(PairKey key, TraceWritable trace, int partitions) {
    if (reducers == null) {
      reducers = deal(rows, partitions);
    }
    String exercise = key.first();
    Integer reducer = reducers.get(exercise);
    return reducer != null ? reducer : (int) ((StableHash.of(exercise) >>> 1) % partitions);
  }

  /**
   * Rows of each exercise that a job shuffles.
   *
   * @param attempts size of each exercise
   * @param elsewhere of some exercises, rows that are not shuffled
   */
  static Map<String, Long> shuffled(Map<String, Long> attempts, Map<String, Long> elsewhere) {
    Map<String, Long> rows = new HashMap<>();
    attempts.forEach(
        (exercise, all) -> rows.put(exercise, all - elsewhere.getOrDefault(exercise, 0L)));
    return rows;
  }

  /**
   * Which reducer gets which exercise.
   *
   * @param rows size of each exercise
   * @param partitions number of reducers
   */
  static Map<String, Integer> deal(Map<String, Long> rows, int partitions) {
    List<Map.Entry<String, Long>> largestFirst = new ArrayList<>(rows.entrySet());
    largestFirst.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    PriorityQueue<long[]> loads =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(load -> load[0]).thenComparingLong(load -> load[1]));
    for (int i = 0; i < partitions; i++) {
      loads.add(new long[] {0, i});
    }
    Map<String, Integer> reducers = new HashMap<>();
    for (Map.Entry<String, Long> exercise : largestFirst) {
      long[] lightest = loads.remove();
      reducers.put(exercise.getKey(), (int) lightest[1]);
      lightest[0] += exercise.getValue();
      loads.add(lightest);
    }
    return reducers;
  }
}
