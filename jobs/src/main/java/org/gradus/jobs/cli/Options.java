package org.gradus.jobs.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of one command, derived from keys, and the way back from options to settings. */
final class Options {
  private static final String TEXT = "text";
  private static final String ONE_OF = "one of ";
  private static final String INPUT = "--input";
  private static final Set<String> PATHS = Set.of(INPUT, "--output", "--work");

  private Options() {}

  /** Adds an option for every key that has one; keys that share an option share its value. */
  static void add(CommandSpec command, Collection<Key<?>> keys) {
    Map<String, Key<?>> byOption = new LinkedHashMap<>();
    for (Key<?> key : keys) {
      key.option().ifPresent(option -> byOption.putIfAbsent(option, key));
    }
    byOption.forEach((option, key) -> command.addOption(option(option, key)));
  }

  private static OptionSpec option(String name, Key<?> key) {
    OptionSpec.Builder option =
        OptionSpec.builder(name)
            .description(description(key).replace("%", "%%"))
            .paramLabel(label(name, key));
    if (key.isFlag()) {
      option.arity("0..1").fallbackValue("true");
    } else {
      option.arity("1");
    }
    if (key.isRepeatable()) {
      option.arity("1..*").type(List.class).auxiliaryTypes(String.class);
    } else {
      option.type(String.class);
    }
    return option.build();
  }

  private static String label(String option, Key<?> key) {
    if (key.isFlag()) {
      return "true|false";
    }
    if (key.range().startsWith(ONE_OF)) {
      return key.range().substring(ONE_OF.length()).replace(' ', '|');
    }
    if (!key.range().equals(TEXT)) {
      return "N";
    }
    return PATHS.contains(option) ? "PATH" : "NAME";
  }

  private static String description(Key<?> key) {
    String value = key.defaultText().isEmpty() ? "" : "; default " + key.defaultText();
    String range = key.range().equals(TEXT) ? "" : " " + capital(key.range()) + value + ".";
    return key.meaning() + (range.isEmpty() && !value.isEmpty() ? defaultOf(key) : range);
  }

  private static String defaultOf(Key<?> key) {
    return " Default " + key.defaultText() + ".";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String joined(String option, List<String> values) {
    return values.stream()
        .map(value -> option.equals(INPUT) ? withoutSlash(value) : value)
        .collect(Collectors.joining(","));
  }

  /**
   * A folder is the same with a slash behind its name, as shells complete it, or without; but not a
   * root, such as {@code /} or {@code s3a://bucket/}.
   */
  private static String withoutSlash(String path) {
    String name = path.replaceFirst("/+$", "");
    return name.isEmpty() || name.endsWith(":") || name.matches("\\w+://[^/]*") ? path : name;
  }

  /** Sets the keys whose options have been given. */
  static void apply(ParseResult given, Collection<Key<?>> keys, Configuration configuration) {
    for (Key<?> key : keys) {
      String option = key.option().orElse("");
      if (!option.isEmpty() && given.hasMatchedOption(option)) {
        List<String> values = given.matchedOption(option).stringValues();
        String text = values.isEmpty() ? "true" : joined(option, values);
        configuration.set(key.name(), text, "option " + option);
      }
    }
  }
}
