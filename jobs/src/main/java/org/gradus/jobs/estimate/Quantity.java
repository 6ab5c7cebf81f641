package org.gradus.jobs.estimate;

import java.util.List;
import java.util.Map;

/** What a step costs, as its manifest has it. */
enum Quantity {
  /** Processor time of all tasks and of the driver, in seconds. */
  PROCESSOR_SECONDS("cpu seconds") {
    @Override
    double in(Map<String, Object> manifest) {
      return number(manifest.get("cpuSeconds"));
    }
  },
  /** Elapsed time, in seconds, of the machine that was measured. */
  SECONDS("seconds") {
    @Override
    double in(Map<String, Object> manifest) {
      return number(manifest.get("secondsTaken"));
    }
  },
  /** Bytes sent from maps to reducers. */
  BYTES_SHUFFLED("bytes shuffled") {
    @Override
    double in(Map<String, Object> manifest) {
      return counter(manifest, "org.apache.hadoop.mapreduce.TaskCounter", "REDUCE_SHUFFLE_BYTES");
    }
  },
  /** Bytes that jobs have written as their output, before replication. */
  BYTES_WRITTEN("bytes written") {
    @Override
    double in(Map<String, Object> manifest) {
      return counter(
          manifest,
          "org.apache.hadoop.mapreduce.lib.output.FileOutputFormatCounter",
          "BYTES_WRITTEN");
    }
  };

  private final String heading;

  Quantity(String heading) {
    this.heading = heading;
  }

  /** Heading of a column. */
  String heading() {
    return heading;
  }

  /** The quantity of a manifest; 0 where it has none. */
  abstract double in(Map<String, Object> manifest);

  private static double counter(Map<String, Object> manifest, String group, String name) {
    double sum = 0;
    for (Object job : (List<?>) manifest.get("jobs")) {
      Map<?, ?> counters = (Map<?, ?>) ((Map<?, ?>) job).get("counters");
      Map<?, ?> values = (Map<?, ?>) counters.get(group);
      sum += values == null ? 0 : number(values.get(name));
    }
    return sum;
  }

  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }
}
