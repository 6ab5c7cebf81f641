package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.CounterGroup;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;

/** One MapReduce job that has been run: title, id, time taken and counters. Immutable. */
final class JobRun {
  private final String title;
  private final String id;
  private final long millisTaken;
  private final Map<String, Map<String, Long>> counters;

  JobRun(Job job, long millisTaken) throws IOException {
    this.title = job.getJobName();
    this.id = job.getJobID().toString();
    this.millisTaken = millisTaken;
    this.counters = copy(job.getCounters());
  }

  private static Map<String, Map<String, Long>> copy(Counters counters) {
    Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
    for (CounterGroup group : counters) {
      Map<String, Long> values = new LinkedHashMap<>();
      for (Counter counter : group) {
        values.put(counter.getName(), counter.getValue());
      }
      copy.put(group.getName(), values);
    }
    return copy;
  }

  /** Processor time of its tasks; 0 in local mode, where they are part of this process. */
  long processorMillis() {
    return counters
        .getOrDefault(TaskCounter.class.getName(), Map.of())
        .getOrDefault(TaskCounter.CPU_MILLISECONDS.name(), 0L);
  }

  /** As a value of the manifest. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("id", id);
    json.put("secondsTaken", millisTaken / 1000.0);
    json.put("counters", counters);
    return json;
  }
}
