package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.gradus.io.census.Census;
import org.gradus.jobs.driver.StepContext;

/**
 * How many reducers a job over examples has. In local mode: what {@code mapreduce.job.reduces}
 * says. On a cluster: as many as the census asks for, or what that property says when it says more
 * than Hadoop's default of 1; never so many that all wait for the one with the largest exercise.
 */
public final class ReducerCount {
  /** About a minute of fitting and 200 MB of traces. */
  static final long ATTEMPTS_PER_REDUCER = 2_000_000;

  /**
   * How far the largest exercise, or part of one, may exceed the mean of the reducers. It bounds
   * the job's time from below: reducers beyond that would only wait for its own.
   */
  static final double MOST_OF_MEAN = 1.3;

  private static final int MOST = 1000;

  private ReducerCount() {}

  /** For a step that reads the census and shuffles all rows. */
  public static int of(StepContext context) throws IOException {
    return of(context, Map.of(), Long.MAX_VALUE);
  }

  /**
   * For a step that reads the census.
   *
   * @param elsewhere by exercise that is fitted already, the rows that are not shuffled
   * @param most rows of such an exercise that one reducer is given
   */
  public static int of(StepContext context, Map<String, Long> elsewhere, long most)
      throws IOException {
    Configuration configuration = context.configuration();
    int set = configuration.getInt(MRJobConfig.NUM_REDUCES, 1);
    if (configuration.get(MRConfig.FRAMEWORK_NAME, "local").equals("local")) {
      return set;
    }
    Map<String, Long> attempts = Census.read(configuration, context.input("census")).attempts();
    ExerciseRows rows = ExerciseRows.of(attempts, elsewhere, most);
    return set > 1 ? atMost(set, rows) : forRows(rows);
  }

  /** One for each two million rows, within {@link #atMost}. */
  static int forRows(ExerciseRows rows) {
    return atMost(Math.min(MOST, 1 + rows.all() / ATTEMPTS_PER_REDUCER), rows);
  }

  /**
   * So many, but so few that the largest part is at most {@value #MOST_OF_MEAN} times the mean,
   * which leaves none without one.
   */
  static int atMost(long wanted, ExerciseRows rows) {
    long useful = (long) (MOST_OF_MEAN * rows.all() / Math.max(1, rows.largestPart()));
    return (int) Math.max(1, Math.min(wanted, Math.min(useful, rows.parts())));
  }
}
