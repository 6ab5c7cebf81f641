package org.gradus.jobs.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The steps and commands on the class path, each in the order of their names. Immutable. */
public final class Installed {
  private final List<Step> steps;
  private final List<Command> commands;

  /** Puts together what is given, instead of looking on the class path. */
  public Installed(List<Step> steps, List<Command> commands) {
    this.steps = sorted(steps, Comparator.comparing(Step::name));
    this.commands = sorted(commands, Comparator.comparing(Command::name));
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(order);
    return List.copyOf(sorted);
  }

  /** What {@link ServiceLoader} finds. */
  public static Installed onClassPath() {
    List<Step> steps = new ArrayList<>();
    ServiceLoader.load(Step.class).forEach(steps::add);
    List<Command> commands = new ArrayList<>();
    ServiceLoader.load(Command.class).forEach(commands::add);
    return new Installed(steps, commands);
  }

  /** All steps. */
  public List<Step> steps() {
    return steps;
  }

  /** All commands that are not steps. */
  public List<Command> commands() {
    return commands;
  }

  /** All their settings and those of a run. */
  public KnownKeys keys() {
    return new KnownKeys(steps, commands);
  }
}
