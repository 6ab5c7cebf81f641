package org.gradus.jobs.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.gradus.io.settings.DataException;
import org.gradus.io.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a plan on a work folder: takes over what {@link InheritedSettings} have, checks
 * all of them, takes the folder's lock, mends what a killed run has left, skips what is up to date,
 * runs the others and puts their output in place ({@link PlanRun}, {@link StepExecution}). Killed
 * at any moment, the same run resumes.
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
    for (String base : RunKeys.bases(configuration)) {
      folder.borrowed().from(new WorkFolder(new Path(base), configuration));
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
   * @throws IOException when a step fails, or several; the message says where the evidence is
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
      StepExecution execution = new StepExecution(plan, configuration, folder, progress);
      int atOnce = RunKeys.stepsAtOnce(configuration);
      return new PlanRun(plan, assessment, execution, progress, atOnce).run();
    }
  }

  private void validate(Plan plan) throws IOException {
    new InheritedSettings(plan, folder)
        .applyTo(configuration)
        .forEach(
            (name, value) -> progress.note(name + " is '" + value + "', as in the run before"));
    for (Step step : plan.steps()) {
      step.validate(configuration);
    }
  }
}
