package org.gradus.jobs.examples;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.json.JsonFile;

/** The exercises whose theta a job is given, so that it need not shuffle their training rows. */
public final class FittedExercises {
  private FittedExercises() {}

  /**
   * Number of training rows of each; empty if the job is given none.
   *
   * @see ExampleMapper#FITTED
   */
  public static Map<String, Long> rows(Configuration configuration) throws IOException {
    String file = configuration.get(ExampleMapper.FITTED);
    if (file == null) {
      return Map.of();
    }
    Map<?, ?> exercises = (Map<?, ?>) JsonFile.read(new Path(file), configuration).get("exercises");
    Map<String, Long> rows = new TreeMap<>();
    exercises.forEach(
        (exercise, fit) -> rows.put((String) exercise, (Long) ((Map<?, ?>) fit).get("rows")));
    return rows;
  }
}
