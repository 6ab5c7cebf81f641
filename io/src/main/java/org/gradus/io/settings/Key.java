package org.gradus.io.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.Credentials;

/**
 * One setting: its name ({@code gradus.<step>.<words>[-unit]}), type, default, meaning and, where
 * it has one, its command line option. Declared once, as a constant of the class that owns it, and
 * read with {@link #get}. Immutable.
 *
 * @param <T> type of the value
 */
public final class Key<T> {
  private static final String TRUE_OR_FALSE = "true or false";
  private static final String SECRET = "a secret, which is not set here but ";

  private final String name;
  private final String defaultText;
  private final String meaning;
  private final String range;
  private final Function<String, T> parser;
  private final Predicate<T> valid;
  private final String option;
  private final boolean repeatable;

  private Key(
      String name,
      String defaultText,
      String meaning,
      String range,
      Function<String, T> parser,
      Predicate<T> valid,
      String option,
      boolean repeatable) {
    this.name = name;
    this.defaultText = defaultText;
    this.meaning = meaning;
    this.range = range;
    this.parser = parser;
    this.valid = valid;
    this.option = option;
    this.repeatable = repeatable;
  }

  /** A text; an empty default means that it is not set. */
  public static Key<String> text(String name, String defaultValue, String meaning) {
    return new Key<>(name, defaultValue, meaning, "text", value -> value, value -> true, "", false);
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Key<Long> whole(
      String name, long defaultValue, long least, long most, String meaning) {
    return new Key<>(
        name,
        Long.toString(defaultValue),
        meaning,
        "a whole number from " + least + " to " + most,
        Long::valueOf,
        value -> value >= least && value <= most,
        "",
        false);
  }

  /** A number from {@code least} to {@code most}. */
  public static Key<Double> number(
      String name, double defaultValue, double least, double most, String meaning) {
    return new Key<>(
        name,
        Double.toString(defaultValue),
        meaning,
        "a number from " + least + " to " + most,
        Double::valueOf,
        value -> value >= least && value <= most,
        "",
        false);
  }

  /** {@code true} or {@code false}. */
  public static Key<Boolean> flag(String name, boolean defaultValue, String meaning) {
    return new Key<>(
        name,
        Boolean.toString(defaultValue),
        meaning,
        TRUE_OR_FALSE,
        value -> {
          if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
          }
          return Boolean.valueOf(value);
        },
        value -> true,
        "",
        false);
  }

  /** One of the constants of an enum, written in lower case with hyphens. */
  public static <E extends Enum<E>> Key<E> choice(
      String name, E defaultValue, Class<E> type, String meaning) {
    StringBuilder names = new StringBuilder("one of");
    for (E constant : type.getEnumConstants()) {
      names.append(' ').append(nameOf(constant));
    }
    return new Key<>(
        name,
        nameOf(defaultValue),
        meaning,
        names.toString(),
        value -> Enum.valueOf(type, value.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
        value -> true,
        "",
        false);
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * A password or another text that nobody may read: kept by a Hadoop credential provider under the
   * name of the setting, or in an environment variable ({@code gradus.store.password}: {@code
   * GRADUS_STORE_PASSWORD}); empty when it is not set. Never a value of the configuration, so
   * neither on a command line nor in a file, a log, a manifest or a job's own settings. It is no
   * part of what a step's output is made from: where an output depends on it, as on the key of
   * pseudonyms, its owner has a plain setting beside it that is changed with it.
   */
  public static Key<String> secret(String name, String meaning) {
    String range =
        SECRET
            + "kept under this name by a Hadoop credential provider (see"
            + " hadoop.security.credential.provider.path) or in the environment variable "
            + Secret.variable(name);
    return new Key<>(name, "", meaning, range, value -> value, value -> true, "", false);
  }

  /** Whether it is one that only {@link #get} may show. */
  public boolean isSecret() {
    return range.startsWith(SECRET);
  }

  /** Lets the tasks of a job, whose credentials these are, read this secret too. */
  public void handTo(Credentials credentials, Configuration configuration) {
    new Secret(name).hand(configuration, credentials);
  }

  /** The same key with a command line option of its own, such as {@code --ridge}. */
  public Key<T> withOption(String longOption) {
    refuseForSecret("a command line option");
    return new Key<>(name, defaultText, meaning, range, parser, valid, longOption, repeatable);
  }

  /** The same key with an option that takes several values, which are joined by commas. */
  public Key<T> repeatable() {
    return new Key<>(name, defaultText, meaning, range, parser, valid, option, true);
  }

  /** Whether the command line option takes several values. */
  public boolean isRepeatable() {
    return repeatable;
  }

  /** Whether it is true or false, so that its option needs no value. */
  public boolean isFlag() {
    return range.equals(TRUE_OR_FALSE);
  }

  /** The full name. */
  public String name() {
    return name;
  }

  /** The default, as it is written in a configuration file; empty when there is none. */
  public String defaultText() {
    return defaultText;
  }

  /** What it does, in one sentence or two. */
  public String meaning() {
    return meaning;
  }

  /** Which values are allowed, in words. */
  public String range() {
    return range;
  }

  /** The command line option that sets it, if it has one. */
  public Optional<String> option() {
    return option.isEmpty() ? Optional.empty() : Optional.of(option);
  }

  /**
   * The value in force.
   *
   * @throws SettingsException when the configured text is not a value of this key
   */
  public T get(Configuration configuration) {
    String text = text(configuration);
    try {
      T value = parser.apply(text);
      if (valid.test(value)) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      throw refusal(text, e);
    }
    throw refusal(text, null);
  }

  private String text(Configuration configuration) {
    return isSecret()
        ? new Secret(name).find(configuration).orElse("")
        : configuration.getTrimmed(name, defaultText);
  }

  /**
   * Refuses a secret that stands in the configuration in clear, wherever it comes from.
   *
   * @param source where it comes from, such as {@code from command line}
   * @throws SettingsException if so; the message does not tell the value
   */
  public void refuseInClear(Configuration configuration, String source) {
    if (isSecret() && configuration.getRaw(name) != null) {
      throw new SettingsException(
          String.format(
              "Setting %s (%s) is a secret that others could read there: store it with 'hadoop"
                  + " credential create %s -provider jceks://...' and name the provider in"
                  + " hadoop.security.credential.provider.path, or use the environment variable"
                  + " %s.",
              name, source, name, Secret.variable(name)));
    }
  }

  private void refuseForSecret(String what) {
    if (isSecret()) {
      throw new IllegalStateException(name + " is a secret and cannot have " + what);
    }
  }

  private SettingsException refusal(String text, IllegalArgumentException cause) {
    SettingsException refusal =
        new SettingsException(
            name
                + (option.isEmpty() ? "" : " (" + option + ")")
                + " is '"
                + text
                + "' but must be "
                + range
                + ".");
    if (cause != null) {
      refusal.addSuppressed(cause);
    }
    return refusal;
  }

  /** Sets the value. */
  public void set(Configuration configuration, T value) {
    refuseForSecret("a value in a configuration");
    String text = value instanceof Enum ? nameOf((Enum<?>) value) : value.toString();
    configuration.set(name, text);
  }

  /** Whether there is a non-empty text for this key. */
  public boolean isSet(Configuration configuration) {
    return !text(configuration).isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
