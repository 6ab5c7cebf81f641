package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobStatus;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;

/** A job that has failed on a cluster: what each of its attempts has left behind, in order. */
final class FailedJob extends Job {
  private static final int MOST_AT_ONCE = 2;

  private final List<TaskCompletionEvent> events = new ArrayList<>();
  private final List<String> diagnostics = new ArrayList<>();
  private String failureInfo = "";

  @SuppressWarnings("deprecation") // Job.getInstance makes no subclass
  FailedJob() throws IOException {
    super(new JobConf(new Configuration(false)));
  }

  FailedJob attempt(TaskCompletionEvent.Status status, String text) {
    TaskAttemptID id = TaskAttemptID.forName("attempt_1_0001_r_000000_" + events.size());
    events.add(new TaskCompletionEvent(events.size(), id, 0, false, status, "http://worker"));
    diagnostics.add(text);
    return this;
  }

  FailedJob failureInfo(String text) {
    failureInfo = text;
    return this;
  }

  @Override
  public JobStatus getStatus() {
    return new JobStatus() {
      @Override
      public synchronized String getFailureInfo() {
        return failureInfo;
      }
    };
  }

  @Override
  public TaskCompletionEvent[] getTaskCompletionEvents(int from, int most) {
    int to = Math.min(events.size(), from + MOST_AT_ONCE);
    return events.subList(from, to).toArray(new TaskCompletionEvent[0]);
  }

  @Override
  public String[] getTaskDiagnostics(TaskAttemptID id) {
    return new String[] {diagnostics.get(id.getId())};
  }
}
