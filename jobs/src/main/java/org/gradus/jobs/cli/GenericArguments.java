package org.gradus.jobs.cli;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.GenericOptionsParser;
import org.gradus.io.settings.SettingsException;

/**
 * Command line arguments, divided into those that every Hadoop program takes ({@code -D}, {@code
 * -conf}, {@code -libjars} ...) and ours. Hadoop's own parser wants its options first; here they
 * may stand anywhere. Immutable.
 */
final class GenericArguments {
  private static final Set<String> WITH_VALUE =
      Set.of("-D", "-conf", "-fs", "-jt", "-files", "-libjars", "-archives", "-tokenCacheFile");

  private final List<String> generic = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  /**
   * Divides the arguments.
   *
   * @param inherited generic ones of the command that runs this one; these come first
   * @throws SettingsException when a generic option has no value
   */
  GenericArguments(List<String> inherited, List<String> arguments) {
    generic.addAll(inherited);
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (WITH_VALUE.contains(argument)) {
        add(argument, value(argument, rest));
      } else if (argument.startsWith("-D")) {
        add("-D", argument.substring(2));
      } else {
        own.add(argument);
      }
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new SettingsException("Option " + option + " has no value behind it.");
    }
    return rest.next();
  }

  private void add(String option, String value) {
    if (option.equals("-D") && value.indexOf('=') < 1) {
      throw new SettingsException("-D " + value + " is not of the form -D name=value.");
    }
    if (option.equals("-conf") && !new File(value).isFile()) {
      throw new SettingsException("Configuration file " + value + " (-conf) does not exist.");
    }
    generic.add(option);
    generic.add(value);
  }

  /** Hadoop's. */
  List<String> generic() {
    return generic;
  }

  /** Ours. */
  List<String> own() {
    return own;
  }

  /** Lets Hadoop apply its options. */
  void apply(Configuration configuration) throws IOException {
    GenericOptionsParser parser =
        new GenericOptionsParser(configuration, generic.toArray(new String[0]));
    if (!parser.isParseSuccessful()) {
      throw new SettingsException("Hadoop cannot use its options " + shown() + ".");
    }
  }

  /** As typed, but for the values of -D, among which somebody may have put a secret. */
  private List<String> shown() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < generic.size(); i += 2) {
      boolean setting = generic.get(i).equals("-D");
      String value = generic.get(i + 1);
      shown.add(generic.get(i) + " " + (setting ? value.replaceFirst("=.*", "=...") : value));
    }
    return shown;
  }
}
