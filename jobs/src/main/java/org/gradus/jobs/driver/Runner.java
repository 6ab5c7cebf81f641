package org.gradus.jobs.driver;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a plan on a work folder, in order: checks all of them, takes the folder's lock,
 * mends what a killed run has left, skips what is up to date, runs the others and puts their output
 * in place. Killed at any moment, the same run resumes.
 */
public final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private final Configuration configuration;
  private final WorkFolder folder;
  private final Progress progress;

  /** A runner on the work folder that {@link RunKeys#WORK} names. */
  public Runner(Configuration settings, Progress progress) throws IOException {
    this.configuration = new Configuration(settings);
    if (LocalMode.isOn(configuration)) {
      LocalMode.apply(configuration);
    }
    this.folder = new WorkFolder(RunKeys.work(configuration), configuration);
    if (RunKeys.BASE.isSet(configuration)) {
      folder.readFrom(new WorkFolder(new Path(RunKeys.BASE.get(configuration)), configuration));
    }
    this.progress = progress;
  }

  /**
   * What {@link #run} would do, one line a step: its name and whether it would run, and why.
   *
   * @throws SettingsException when a step refuses its settings
   */
  public List<String[]> explain(Plan plan) throws IOException {
    validate(plan);
    Assessment assessment = new Assessment(plan, configuration, folder);
    List<String[]> lines = new ArrayList<>();
    for (Step step : plan.steps()) {
      Assessment.Verdict verdict = assessment.of(step);
      String reason = verdict.upToDate() ? "up to date" : verdict.reason;
      lines.add(new String[] {step.name(), verdict.upToDate() ? "skip" : "run", reason});
    }
    return lines;
  }

  /**
   * Runs a plan.
   *
   * @return how each step has ended, in order
   * @throws SettingsException when a setting cannot be used, normally before anything is run
   * @throws DataException when the data cannot be used
   * @throws IOException when a step fails; the message says where its evidence is
   */
  public List<StepOutcome> run(Plan plan) throws IOException, InterruptedException {
    validate(plan);
    folder.claim();
    try (WorkLock lock = WorkLock.take(folder);
        RunLog log = RunLog.open(folder);
        Scratch scratch = Scratch.in(folder, configuration)) {
      LOG.info("{}; {}; {}; {}", plan, lock, log, scratch);
      folder.recover();
      Assessment assessment = new Assessment(plan, configuration, folder);
      List<StepOutcome> outcomes = new ArrayList<>();
      for (Step step : plan.steps()) {
        progress.stepStarted(step.name(), outcomes.size() + 1, plan.steps().size());
        StepOutcome outcome = runUnlessUpToDate(plan, step, assessment);
        progress.stepEnded(outcome);
        outcomes.add(outcome);
      }
      return outcomes;
    }
  }

  private void validate(Plan plan) throws IOException {
    for (Step step : plan.steps()) {
      step.validate(configuration);
    }
  }

  private StepOutcome runUnlessUpToDate(Plan plan, Step step, Assessment assessment)
      throws IOException, InterruptedException {
    Assessment.Verdict verdict = assessment.of(step);
    if (verdict.upToDate()) {
      LOG.info("step {} is up to date", step.name());
      Map<String, Object> figures = verdict.manifest.get().figures();
      return outcome(step, StepOutcome.State.SKIPPED, 0, figures);
    }
    LOG.info("step {} runs: {}", step.name(), verdict.reason);
    long start = System.nanoTime();
    try {
      Map<String, Object> figures = tryAgain(plan, step, verdict.basis);
      return outcome(step, StepOutcome.State.RUN, millisSince(start), figures);
    } catch (IOException | RuntimeException e) {
      logFailure(step, e);
      folder.keepEvidence(step.name());
      if (step.optional()) {
        assessment.failed(step);
        Map<String, Object> figures = Map.of("failed", JobFailure.sentence(e));
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
    Path place = failed ? folder.evidence(step.name()) : folder.output(step.name());
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

  private Map<String, Object> tryAgain(Plan plan, Step step, Basis basis)
      throws IOException, InterruptedException {
    int attempts = RunKeys.attempts(configuration);
    long waitMillis = 1000 * RunKeys.BACK_OFF.get(configuration);
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(plan, step, basis);
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

  private Map<String, Object> runOnce(Plan plan, Step step, Basis basis)
      throws IOException, InterruptedException {
    String startedAt = Instant.now().toString();
    long start = System.nanoTime();
    StepRun run =
        new StepRun(
            step, configuration, folder, basis.fingerprint(), name -> input(plan, name), progress);
    run.execute();
    Manifest manifest = Manifest.of(step.name(), basis, startedAt, millisSince(start), run);
    folder.complete(step, manifest.toJson());
    return run.figures();
  }

  private Path input(Plan plan, String dataset) {
    return folder.place(plan.dataset(dataset));
  }

  private static long millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
