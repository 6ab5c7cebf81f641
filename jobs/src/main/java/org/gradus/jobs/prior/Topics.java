package org.gradus.jobs.prior;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.gradus.io.census.Census;
import org.gradus.io.json.JsonFile;
import org.gradus.io.log.TopicFile;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.UserFile;
import org.gradus.jobs.examples.ExercisePrior;

/**
 * The topics that exercises are in: read from the user's file where the step is, and given to its
 * reducer as a JSON file of the step's own. Immutable.
 */
final class Topics {
  private static final String OPTION = ExercisePrior.TOPICS.option().orElseThrow();
  private static final String COPY = "gradus.internal.topics-copy";

  private final Map<String, String> topicOf;

  private Topics(Map<String, String> topicOf) {
    this.topicOf = topicOf;
  }

  /** Those of the file that the settings name; none without one. */
  static Topics read(Configuration configuration) throws IOException {
    return new Topics(
        ExercisePrior.TOPICS.isSet(configuration)
            ? TopicFile.read(OPTION, ExercisePrior.TOPICS.get(configuration), configuration)
            : Map.of());
  }

  /** The file that the settings name, if they do. */
  static List<String> files(Configuration configuration) throws IOException {
    return ExercisePrior.TOPICS.isSet(configuration)
        ? List.of(
            UserFile.find(OPTION, ExercisePrior.TOPICS.get(configuration), configuration)
                .toString())
        : List.of();
  }

  boolean areUsed() {
    return !topicOf.isEmpty();
  }

  /**
   * Number of exercises of the log that have a topic.
   *
   * @throws DataException when there are topics, but not for any exercise of the log
   */
  long count(Census census, Configuration configuration) {
    long count = census.attempts().keySet().stream().filter(topicOf::containsKey).count();
    if (areUsed() && count == 0) {
      throw new DataException(
          String.format(
              "Topics cannot be used: %s %s has no exercise of the log (exercises there: %d, such as '%s'; in the log: %d, such as '%s'); give it the names that the log has.",
              OPTION,
              ExercisePrior.TOPICS.get(configuration),
              topicOf.size(),
              topicOf.keySet().iterator().next(),
              census.lines().size(),
              census.lines().iterator().next().exercise()));
    }
    return count;
  }

  /** Gives them, if there are any, to the reducer of a job, by a new file in a folder. */
  void giveTo(Job job, Path folder) throws IOException {
    if (areUsed()) {
      Configuration configuration = job.getConfiguration();
      Path copy = new Path(folder, "topics.json");
      JsonFile.write(new LinkedHashMap<>(topicOf), copy, configuration);
      configuration.set(COPY, copy.toString());
    }
  }

  /** Topic by exercise, as a job has been given them; empty if it has not. */
  static Map<String, String> given(Configuration job) throws IOException {
    Map<String, String> topicOf = new TreeMap<>();
    if (job.get(COPY) != null) {
      JsonFile.read(new Path(job.get(COPY)), job)
          .forEach((exercise, topic) -> topicOf.put(exercise, (String) topic));
    }
    return topicOf;
  }
}
