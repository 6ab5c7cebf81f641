package org.gradus.jobs.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gradus.io.settings.Key;
import org.gradus.jobs.driver.CodeVersion;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.Installed;
import org.gradus.jobs.driver.RunKeys;
import org.gradus.jobs.driver.Step;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands with their options and help, as picocli sees them. */
final class CommandTree {
  private static final String OWN =
      "Everything else is a setting: -D name=value, see 'gradus conf'.";

  private final Installed installed;
  private final CommandSpec root = CommandSpec.create().name("gradus");

  CommandTree(Installed installed) {
    this.installed = installed;
    root.usageMessage()
        .header("Trains student knowledge models from problem logs, on Hadoop.")
        .synopsisHeading("%nUsage: ")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Start here:  gradus demo",
            "Your data:   gradus run --input logs.csv --source gradus --work work",
            "Any command: gradus COMMAND --help",
            "Exit codes:  0 done, 1 failed, 2 usage or settings, 3 data, 4 refused by a gate.");
    root.version("gradus " + CodeVersion.version());
    help(root);
    root.addOption(
        CommandLine.Model.OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
  }

  private static void help(CommandSpec spec) {
    spec.addOption(
        CommandLine.Model.OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this help.")
            .build());
  }

  /** Adds every command; {@code actions} says what each does. */
  CommandLine build(Actions actions) {
    add(
        "run",
        "Runs all steps that lead to the report, or to --target.",
        "run --input logs.csv --source gradus --work work",
        runKeys(),
        actions::run);
    add(
        "explain",
        "Says which steps 'run' would run or skip, and why; runs nothing.",
        "explain --input logs.csv --source gradus --work work",
        runKeys(),
        actions::explain);
    addInstalled(actions);
    add(
        "steps",
        "Lists all steps with what they read and write.",
        "steps",
        List.of(),
        actions::steps);
    add(
        "conf",
        "Prints every setting with default, range and meaning, as Hadoop XML.",
        "conf",
        List.of(),
        actions::conf);
    CommandLine line = new CommandLine(root);
    line.addSubcommand("help", new CommandLine.HelpCommand());
    line.setExpandAtFiles(false);
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private void addInstalled(Actions actions) {
    for (Step step : installed.steps()) {
      List<Key<?>> keys = new ArrayList<>(step.keys());
      keys.add(RunKeys.WORK);
      add(
          step.name(),
          step.summary(),
          step.example(),
          keys,
          configuration -> actions.step(step, configuration));
    }
    for (Command command : installed.commands()) {
      add(
          command.name(),
          command.summary(),
          command.example(),
          command.keys(),
          configuration -> actions.command(command, configuration));
    }
  }

  private Collection<Key<?>> runKeys() {
    List<Key<?>> keys = new ArrayList<>();
    installed.steps().forEach(step -> keys.addAll(step.keys()));
    keys.addAll(RunKeys.all());
    return keys;
  }

  private void add(
      String name, String summary, String example, Collection<Key<?>> keys, Action action) {
    Bound bound = new Bound(action, keys);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(bound).name(name);
    help(spec);
    Options.add(spec, keys);
    spec.usageMessage()
        .header(summary)
        .synopsisHeading("%nUsage: ")
        .optionListHeading("%nOptions:%n")
        .footer("", "Example:  gradus " + example.replace("%", "%%"), OWN);
    root.addSubcommand(name, spec);
  }

  /** A command's action with the keys that its options set. */
  static final class Bound {
    final Action action;
    final Collection<Key<?>> keys;

    Bound(Action action, Collection<Key<?>> keys) {
      this.action = action;
      this.keys = keys;
    }
  }
}
