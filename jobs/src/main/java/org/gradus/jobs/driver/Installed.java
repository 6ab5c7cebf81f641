package org.gradus.jobs.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gradus.io.settings.SettingsException;

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

  /**
   * What {@link ServiceLoader} finds, also in the jars of {@code -libjars}.
   *
   * @throws SettingsException when a jar promises a step or a command that cannot be made
   */
  public static Installed onClassPath() {
    return new Installed(found(Step.class), found(Command.class));
  }

  private static <T> List<T> found(Class<T> type) {
    List<T> found = new ArrayList<>();
    try {
      ServiceLoader.load(type).forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getMessage() + ": " + e.getCause();
      SettingsException refusal =
          new SettingsException(
              String.format(
                  "A step or command cannot be loaded (%s): mend or leave out the jar whose"
                      + " META-INF/services/%s names it.",
                  reason, type.getName()));
      refusal.addSuppressed(e);
      throw refusal;
    }
    return found;
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
