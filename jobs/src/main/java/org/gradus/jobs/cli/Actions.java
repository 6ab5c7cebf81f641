package org.gradus.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.apache.hadoop.conf.Configuration;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.CommandRun;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.Plan;
import org.gradus.jobs.driver.Progress;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Runner;
import org.gradus.jobs.driver.Step;
import org.gradus.jobs.driver.StepOutcome;

/** What the commands do. */
final class Actions {
  private final Installed installed;
  private final PrintStream out;
  private final Progress progress;
  private final ToIntBiFunction<PrintStream, String[]> gradus;

  /**
   * Actions that print to a stream.
   *
   * @param gradus runs another command line, for commands that are made of others
   */
  Actions(
      Installed installed,
      PrintStream out,
      Progress progress,
      ToIntBiFunction<PrintStream, String[]> gradus) {
    this.installed = installed;
    this.out = out;
    this.progress = progress;
    this.gradus = gradus;
  }

  int run(Configuration configuration) throws IOException, InterruptedException {
    return run(wholePlan(configuration), configuration);
  }

  int step(Step step, Configuration configuration) throws IOException, InterruptedException {
    return run(Plan.only(step, installed.steps(), configuration), configuration);
  }

  private int run(Plan plan, Configuration configuration) throws IOException, InterruptedException {
    List<StepOutcome> outcomes = new Runner(configuration, progress).run(plan);
    Summary.of(outcomes, plan).forEach(out::println);
    return ExitCode.DONE;
  }

  int explain(Configuration configuration) throws IOException {
    Table table = new Table("step", "would", "because");
    new Runner(configuration, progress).explain(wholePlan(configuration)).forEach(table::row);
    table.lines().forEach(out::println);
    return ExitCode.DONE;
  }

  private Plan wholePlan(Configuration configuration) {
    return Plan.toward(RunKeys.TARGET.get(configuration), installed.steps(), configuration);
  }

  int command(Command command, Configuration configuration)
      throws IOException, InterruptedException {
    try (CommandRun run = new CommandRun(command, configuration, out, progress, gradus)) {
      return command.run(run);
    }
  }

  int steps(Configuration configuration) {
    Table table = new Table("step", "reads", "writes", "what it does");
    for (Step step : installed.steps()) {
      StringBuilder writes = new StringBuilder();
      step.writes().forEach(dataset -> writes.append(' ').append(dataset.name()));
      table.row(
          step.name(),
          String.join(" ", step.reads(configuration)),
          writes.toString().strip(),
          step.summary());
    }
    table.lines().forEach(out::println);
    return ExitCode.DONE;
  }

  int conf(Configuration configuration) {
    out.print(ConfigurationXml.of(installed));
    return ExitCode.DONE;
  }
}
