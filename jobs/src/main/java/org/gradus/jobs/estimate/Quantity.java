package org.gradus.jobs.estimate;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.mapreduce.TaskCounter;

/** What a step costs, as its manifest has it. */
enum Quantity {
  /** Processor time of all tasks and of the driver, in seconds. */
  PROCESSOR_SECONDS("cpu seconds"),

  /** Elapsed time, in seconds, of the machine that was measured. */
  SECONDS("seconds"),

  /** Bytes sent from maps to reducers. */
  BYTES_SHUFFLED("bytes shuffled"),

  /** Bytes of the step's output, before replication. */
  BYTES_WRITTEN("bytes written");

  private final String heading;

  Quantity(String heading) {
    this.heading = heading;
  }

  /** Heading of a column. */
  String heading() {
    return heading;
  }

  /** The quantity of a manifest; 0 where it has none. */
  double in(Map<String, Object> manifest) {
    switch (this) {
      case PROCESSOR_SECONDS:
        return number(manifest.get("cpuSeconds"));
      case SECONDS:
        return number(manifest.get("secondsTaken"));
      case BYTES_SHUFFLED:
        return shuffled(manifest);
      default:
        return number(manifest.get("bytesWritten"));
    }
  }

  private static double shuffled(Map<String, Object> manifest) {
    double sum = 0;
    for (Object job : (List<?>) manifest.get("jobs")) {
      Map<?, ?> counters = (Map<?, ?>) ((Map<?, ?>) job).get("counters");
      Map<?, ?> ofTasks = (Map<?, ?>) counters.get(TaskCounter.class.getName());
      sum += ofTasks == null ? 0 : number(ofTasks.get(TaskCounter.REDUCE_SHUFFLE_BYTES.name()));
    }
    return sum;
  }

  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }
}
