package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.census.Census;

/** Attempts per exercise, as the census counted them before any student was held out. */
public final class ExerciseSizes {
  private final Map<String, Long> attempts;

  private ExerciseSizes(Map<String, Long> attempts) {
    this.attempts = attempts;
  }

  /** The sizes of an {@link ExampleJob}. */
  public static ExerciseSizes of(Configuration configuration) throws IOException {
    Path census = new Path(configuration.get(ExercisePartitioner.CENSUS));
    return new ExerciseSizes(Census.read(configuration, census).attempts());
  }

  /** Attempts on an exercise, at least 1. */
  public long attempts(String exercise) {
    return Math.max(1, attempts.getOrDefault(exercise, 1L));
  }
}
