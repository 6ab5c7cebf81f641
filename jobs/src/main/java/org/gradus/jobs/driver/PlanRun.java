package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.gradus.io.settings.DataException;

/**
 * One run of a plan. A step starts as soon as all that it reads from have ended, a few side by side
 * at most. When one fails, no other is started, and those that are running end first. All is
 * decided by the thread that calls {@link #run}; the others only execute.
 */
final class PlanRun {
  private final Plan plan;
  private final Assessment assessment;
  private final StepExecution execution;
  private final Progress progress;
  private final int atOnce;
  private final Set<Step> waiting;
  private final Set<Step> running = new LinkedHashSet<>();
  private final Map<Step, StepOutcome> ended = new HashMap<>();
  private final Map<Step, Throwable> failures = new HashMap<>();

  /** A run in which at most {@code atOnce} steps are executed at any time. */
  PlanRun(
      Plan plan, Assessment assessment, StepExecution execution, Progress progress, int atOnce) {
    this.plan = plan;
    this.assessment = assessment;
    this.execution = execution;
    this.progress = progress;
    this.atOnce = atOnce;
    this.waiting = new LinkedHashSet<>(plan.steps());
  }

  /**
   * Runs the plan.
   *
   * @return how each step has ended, in the plan's order
   * @throws DataException when all that failed did so for the data
   * @throws IOException when a step has failed, or several; the message has a sentence for each
   */
  List<StepOutcome> run() throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(atOnce, task -> new Thread(task, "gradus step"));
    try {
      CompletionService<Runnable> ends = new ExecutorCompletionService<>(threads);
      startReady(ends);
      while (!running.isEmpty()) {
        ends.take().get().run();
        startReady(ends);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("attempt() returns whatever happens", e);
    } finally {
      threads.shutdownNow();
    }
    throwFailures();
    return plan.steps().stream().map(ended::get).collect(Collectors.toList());
  }

  /** The plan's order makes one look at each step enough. */
  private void startReady(CompletionService<Runnable> ends) {
    for (Step step : plan.steps()) {
      boolean free = failures.isEmpty() && running.size() < atOnce;
      if (free && waiting.contains(step) && ended.keySet().containsAll(plan.before(step))) {
        waiting.remove(step);
        int number = plan.steps().size() - waiting.size();
        progress.stepStarted(step.name(), number, plan.steps().size());
        start(step, ends);
      }
    }
  }

  private void start(Step step, CompletionService<Runnable> ends) {
    try {
      Assessment.Verdict verdict = assessment.of(step);
      if (verdict.upToDate()) {
        end(step, execution.skip(step, verdict));
      } else {
        running.add(step);
        ends.submit(() -> attempt(step, verdict));
      }
    } catch (IOException | RuntimeException e) {
      fail(step, e);
    }
  }

  /** Executes a step in a thread of its own; what is returned takes note of its end. */
  private Runnable attempt(Step step, Assessment.Verdict verdict) {
    try {
      StepOutcome outcome = execution.run(step, verdict);
      return () -> end(step, outcome);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      return () -> fail(step, e);
    }
  }

  private void end(Step step, StepOutcome outcome) {
    running.remove(step);
    ended.put(step, outcome);
    if (outcome.state() == StepOutcome.State.FAILED) {
      assessment.failed(step);
    }
    progress.stepEnded(outcome);
  }

  private void fail(Step step, Throwable failure) {
    running.remove(step);
    failures.put(step, failure);
    if (!running.isEmpty()) {
      String others = running.stream().map(Step::name).collect(Collectors.joining(", "));
      progress.note("step '" + step.name() + "' failed; waiting for the end of " + others);
    }
  }

  private void throwFailures() throws IOException, InterruptedException {
    List<Throwable> all = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (failures.containsKey(step)) {
        all.add(failures.get(step));
        sentences.add(sentence(step, failures.get(step)));
      }
    }
    if (all.size() == 1) {
      throwAsItIs(all.get(0));
    }
    if (all.size() > 1) {
      String text = all.size() + " steps failed. " + String.join(" ", sentences);
      boolean data = all.stream().allMatch(DataException.class::isInstance);
      Exception failure = data ? new DataException(text) : new IOException(text);
      all.forEach(failure::addSuppressed);
      throwAsItIs(failure);
    }
  }

  private static String sentence(Step step, Throwable failure) {
    String start = "Step '" + step.name() + "' failed: ";
    String said = String.valueOf(failure.getMessage());
    return said.startsWith(start) ? said : start + JobFailure.sentence(failure);
  }

  private static void throwAsItIs(Throwable failure) throws IOException, InterruptedException {
    if (failure instanceof IOException) {
      throw (IOException) failure;
    }
    if (failure instanceof InterruptedException) {
      throw (InterruptedException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    throw (RuntimeException) failure;
  }
}
