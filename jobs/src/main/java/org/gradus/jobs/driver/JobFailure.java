package org.gradus.jobs.driver;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;

/** Why a job failed, in one sentence: the innermost cause of the task that ended it. */
final class JobFailure {
  private static final Pattern CAUSE =
      Pattern.compile(
          "^(?:Error: |Caused by: |Exception in thread \"[^\"]*\" )([\\w.$]+)(?:: (.*))?$",
          Pattern.MULTILINE);
  private static final Pattern STACK = Pattern.compile("^\\s*at .*\\R?", Pattern.MULTILINE);
  private static final Pattern KILLED =
      Pattern.compile("exit code (?:is )?137\\b", CASE_INSENSITIVE);
  private static final Pattern MASTER =
      Pattern.compile("Diagnostics: (?:\\[[^]]*\\])?(.*?)For more detailed output", Pattern.DOTALL);
  private static final String KILLED_FROM_OUTSIDE =
      "a task's process was killed from outside (exit code 137): by somebody, or by its machine for"
          + " want of memory";
  private static final int LONGEST = 500;
  private static final int EVENTS_AT_ONCE = 1000;

  private static final Set<String> PLAIN =
      Set.of("IOException", "DataException", "SettingsException");

  private JobFailure() {}

  /**
   * The failure to throw.
   *
   * @throws DataException when a task threw one
   * @throws SettingsException when a task threw one
   */
  static IOException of(Job job, Optional<Throwable> localCause)
      throws IOException, InterruptedException {
    String reason = localCause.isPresent() ? reason(localCause.get()) : reasonOnCluster(job);
    return new IOException(
        String.format("job '%s' (%s) failed: %s", job.getJobName(), job.getJobID(), reason),
        localCause.orElse(null));
  }

  /** The sentence of an exception: that of its innermost cause. */
  static String reason(Throwable thrown) {
    Throwable innermost = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      rethrow(cause.getClass().getName(), cause.getMessage());
      innermost = cause;
    }
    return sentence(innermost.getClass().getName(), innermost.getMessage());
  }

  /** The same for the text that a task on a cluster leaves behind, a printed stack trace. */
  static Optional<String> reason(String diagnostics) {
    Optional<String> innermost = Optional.empty();
    Matcher causes = CAUSE.matcher(diagnostics);
    while (causes.find()) {
      rethrow(causes.group(1), causes.group(2));
      innermost = Optional.of(sentence(causes.group(1), causes.group(2)));
    }
    return innermost;
  }

  /**
   * What the attempts that failed have left behind. The first that names an exception is taken:
   * what follows it in the same job is most often its consequence.
   */
  static String reasonOnCluster(Job job) throws IOException, InterruptedException {
    String first = "";
    int seen = 0;
    TaskCompletionEvent[] events = job.getTaskCompletionEvents(seen, EVENTS_AT_ONCE);
    while (events.length > 0) {
      for (TaskCompletionEvent event : events) {
        String text = hasFailed(event) ? diagnostics(job, event) : "";
        Optional<String> reason = reason(text);
        if (reason.isPresent()) {
          return reason.get();
        }
        first = first.isEmpty() ? text : first;
      }
      seen += events.length;
      events = job.getTaskCompletionEvents(seen, EVENTS_AT_ONCE);
    }
    return withoutException(first.isEmpty() ? job.getStatus().getFailureInfo() : first);
  }

  private static boolean hasFailed(TaskCompletionEvent event) {
    return event.getStatus() == TaskCompletionEvent.Status.FAILED
        || event.getStatus() == TaskCompletionEvent.Status.TIPFAILED;
  }

  private static String diagnostics(Job job, TaskCompletionEvent event)
      throws IOException, InterruptedException {
    return String.join("\n", job.getTaskDiagnostics(event.getTaskAttemptId())).strip();
  }

  private static String withoutException(String diagnostics) {
    if (diagnostics == null) {
      return "no reason given";
    }
    Matcher master = MASTER.matcher(diagnostics);
    if (master.find()) {
      String text = master.group(1);
      return "its application master failed: "
          + reason(text).orElseGet(() -> withoutException(text));
    }
    return KILLED.matcher(diagnostics).find() ? KILLED_FROM_OUTSIDE : oneLine(diagnostics);
  }

  private static void rethrow(String type, String message) {
    if (type.equals(DataException.class.getName())) {
      throw new DataException(message);
    }
    if (type.equals(SettingsException.class.getName())) {
      throw new SettingsException(message);
    }
  }

  /** An exception in one sentence, whatever it is. */
  static String sentence(Throwable thrown) {
    return sentence(thrown.getClass().getName(), thrown.getMessage());
  }

  private static String sentence(String type, String message) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    if (type.endsWith("OutOfMemoryError")) {
      return "out of memory (" + message + "); give it more with GRADUS_HEAP or the task's memory";
    }
    boolean plain = PLAIN.contains(name) && message != null;
    return plain ? oneLine(message) : name + (message == null ? "" : ": " + oneLine(message));
  }

  private static String oneLine(String text) {
    if (text == null) {
      return "no reason given";
    }
    String line = STACK.matcher(text).replaceAll("").strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
