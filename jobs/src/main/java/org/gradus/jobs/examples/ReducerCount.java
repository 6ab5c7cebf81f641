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

  private static final int MOST = 1000;

  private ReducerCount() {}

  /** For a step that reads the census. */
  public static int of(StepContext context) throws IOException {
    Configuration configuration = context.configuration();
    int set = configuration.getInt(MRJobConfig.NUM_REDUCES, 1);
    boolean local = configuration.get(MRConfig.FRAMEWORK_NAME, "local").equals("local");
    if (local || set > 1) {
      return set;
    }
    return forCensus(Census.read(configuration, context.input("census")).attempts());
  }

  /** One for each two million attempts, but no more than there are exercises. */
  static int forCensus(Map<String, Long> attempts) {
    long all = attempts.values().stream().mapToLong(Long::longValue).sum();
    long wanted = 1 + all / ATTEMPTS_PER_REDUCER;
    return (int) Math.max(1, Math.min(MOST, Math.min(wanted, attempts.size())));
  }
}
