package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.gradus.io.census.Census;
import org.gradus.jobs.driver.StepContext;

/**
 * How many reducers a job over examples has: what {@code mapreduce.job.reduces} says when it says
 * more than Hadoop's default of 1, or the mode is local; and else as many as the census asks for.
 */
public final class ReducerCount {
  /** About a minute of fitting and 200 MB of traces. */
  static final long ATTEMPTS_PER_REDUCER = 2_000_000;

  /**
   * How far the largest exercise may exceed the mean of the reducers. It bounds the job's time from
   * below: reducers beyond that would only wait for its own.
   */
  static final double MOST_OF_MEAN = 1.3;

  private static final int MOST = 1000;

  private ReducerCount() {}

  /** For a step that reads the census and shuffles all rows. */
  public static int of(StepContext context) throws IOException {
    return of(context, Map.of());
  }

  /**
   * For a step that reads the census.
   *
   * @param elsewhere by exercise, the rows that are not shuffled
   */
  public static int of(StepContext context, Map<String, Long> elsewhere) throws IOException {
    Configuration configuration = context.configuration();
    int set = configuration.getInt(MRJobConfig.NUM_REDUCES, 1);
    boolean local = configuration.get(MRConfig.FRAMEWORK_NAME, "local").equals("local");
    if (local || set > 1) {
      return set;
    }
    Map<String, Long> attempts = Census.read(configuration, context.input("census")).attempts();
    return forRows(ExercisePartitioner.shuffled(attempts, elsewhere));
  }

  /**
   * One for each two million rows, but so few that the largest exercise is at most {@value
   * #MOST_OF_MEAN} times the mean, which leaves none without an exercise.
   */
  static int forRows(Map<String, Long> rows) {
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    long largest = rows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long useful = (long) (MOST_OF_MEAN * all / Math.max(1, largest));
    long wanted = Math.min(1 + all / ATTEMPTS_PER_REDUCER, useful);
    return (int) Math.max(1, Math.min(MOST, Math.min(wanted, rows.size())));
  }
}
