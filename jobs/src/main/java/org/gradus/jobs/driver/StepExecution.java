package org.gradus.jobs.driver;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes single steps of a plan: tries again what fails for a passing reason, puts the output in
 * place, keeps the evidence of a failure. Several threads may do so at once.
 */
final class StepExecution {
  private static final Logger LOG = LoggerFactory.getLogger(StepExecution.class);

  private final Plan plan;
  private final Configuration configuration;
  private final WorkFolder folder;
  private final Progress progress;

  StepExecution(Plan plan, Configuration configuration, WorkFolder folder, Progress progress) {
    this.plan = plan;
    this.configuration = configuration;
    this.folder = folder;
    this.progress = progress;
  }

  /** Leaves a step as it is, since it is up to date. */
  StepOutcome skip(Step step, Assessment.Verdict verdict) {
    LOG.info("step {} is up to date", step.name());
    return outcome(step, StepOutcome.State.SKIPPED, 0, verdict.manifest.get().figures());
  }

  /**
   * Runs a step.
   *
   * @throws SettingsException when a setting cannot be used
   * @throws DataException when the data cannot be used
   * @throws IOException when it fails and may not; the message says where its evidence is
   */
  StepOutcome run(Step step, Assessment.Verdict verdict) throws IOException, InterruptedException {
    LOG.info("step {} runs: {}", step.name(), verdict.reason);
    long start = System.nanoTime();
    try {
      Map<String, Object> figures = tryAgain(step, verdict.basis);
      return outcome(step, StepOutcome.State.RUN, millisSince(start), figures);
    } catch (IOException | RuntimeException e) {
      logFailure(step, e);
      folder.keepEvidence(step.name());
      if (plan.mayFail(step)) {
        Map<String, Object> figures = Map.of("reason", JobFailure.sentence(e));
        return outcome(step, StepOutcome.State.FAILED, millisSince(start), figures);
      }
      if (e instanceof SettingsException || e instanceof DataException) {
        throw e;
      }
      throw failure(step, e);
    }
  }

  /** Where the log is the user's terminal, it is spared the stack trace. */
  private void logFailure(Step step, Exception failure) {
    if (RunLog.isFile(folder)) {
      LOG.error("step {} failed", step.name(), failure);
    } else {
      LOG.debug("step {} failed", step.name(), failure);
    }
  }

  private StepOutcome outcome(
      Step step, StepOutcome.State state, long millisTaken, Map<String, Object> figures) {
    boolean failed = state == StepOutcome.State.FAILED;
    Path place = failed ? folder.evidence(step.name()) : folder.found(step.name());
    return new StepOutcome(step.name(), state, millisTaken, figures, folder.shown(place));
  }

  private IOException failure(Step step, Exception cause) {
    return new IOException(
        String.format(
            "Step '%s' failed: %s. What it had written is kept in %s, the details are in %s; when"
                + " the cause is mended, the same command resumes with this step.",
            step.name(),
            JobFailure.sentence(cause).replaceAll("[.\\s]+$", ""),
            folder.shown(folder.evidence(step.name())),
            RunLog.place(folder)),
        cause);
  }

  private Map<String, Object> tryAgain(Step step, Basis basis)
      throws IOException, InterruptedException {
    int attempts = RunKeys.attempts(configuration);
    long waitMillis = 1000 * RunKeys.BACK_OFF.get(configuration);
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(step, basis);
      } catch (IOException e) {
        if (attempt >= attempts) {
          throw e;
        }
        logFailure(step, e);
        progress.note(
            String.format(
                "step '%s' failed (%s); trying again in %d s",
                step.name(), JobFailure.sentence(e), waitMillis / 1000));
        Thread.sleep(waitMillis);
        waitMillis *= 2;
      }
    }
  }

  private Map<String, Object> runOnce(Step step, Basis basis)
      throws IOException, InterruptedException {
    String startedAt = Instant.now().toString();
    long start = System.nanoTime();
    StepRun run =
        new StepRun(step, configuration, folder, basis.fingerprint(), this::input, progress);
    run.execute();
    Manifest manifest =
        Manifest.of(step.name(), basis, lenders(step), startedAt, millisSince(start), run);
    folder.complete(step, manifest.toJson());
    return run.figures();
  }

  /** Other work folders that a step reads from. */
  private Set<String> lenders(Step step) {
    return plan.before(step).stream()
        .map(before -> folder.found(before.name()).getParent())
        .filter(lender -> !lender.equals(folder.root()))
        .map(Path::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Path input(String dataset) {
    return folder.place(plan.dataset(dataset));
  }

  private static long millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
