package org.gradus.jobs.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Partitioner;
import org.gradus.io.key.PairKey;
import org.gradus.model.hash.StableHash;

/**
 * Sends all rows of an exercise to one reducer, and to each reducer about as many rows. An exercise
 * that is fitted already may be in parts ({@link ExerciseRows}): held-out students go to one of
 * them by a stable hash, and of each training row that is shuffled all the same there is one copy
 * for each reducer with a part. An exercise that is not in the census goes by a stable hash.
 */
public final class ExercisePartitioner extends Partitioner<PairKey, TraceWritable>
    implements Configurable {
  /** Place of the census. */
  static final String CENSUS = "gradus.internal.census";

  private Configuration configuration;
  private ExerciseRows rows;
  private Map<String, int[]> reducers;

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    try {
      rows = ExerciseRows.of(configuration);
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
      reducers = rows.deal(partitions);
    }
    String exercise = key.first();
    int[] own = reducers.get(exercise);
    if (own == null) {
      return oneOf(partitions, exercise);
    }
    if (own.length == 1) {
      return own[0];
    }
    return TraceOrder.isHeldOut(key.second())
        ? own[oneOf(own.length, TraceOrder.student(key.second()))]
        : distinct(own)[trace.copy()];
  }

  private static int oneOf(int number, String name) {
    return (int) ((StableHash.of(name) >>> 1) % number);
  }

  private static int[] distinct(int[] reducers) {
    return Arrays.stream(reducers).distinct().toArray();
  }

  /** In how many reducers an exercise is, for each that is in more than one. */
  static Map<String, Integer> copies(Configuration configuration, int partitions)
      throws IOException {
    Map<String, Integer> copies = new HashMap<>();
    ExerciseRows.of(configuration)
        .deal(partitions)
        .forEach(
            (exercise, own) -> {
              int reducers = distinct(own).length;
              if (reducers > 1) {
                copies.put(exercise, reducers);
              }
            });
    return copies;
  }
}
