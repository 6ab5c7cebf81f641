package org.gradus.io.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;

/**
 * One setting: its name ({@code gradus.<step>.<words>[-unit]}), type, default, meaning and, where
 * it has one, its command line option. Declared once, as a constant of the class that owns it, and
 * read with {@link #get}. Immutable.
 *
 * @param <T> type of the value
 */
public final class Key<T> {
  private static final String TRUE_OR_FALSE = "true or false";

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

  /** The same key with a command line option of its own, such as {@code --ridge}. */
  public Key<T> withOption(String longOption) {
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
    String text = configuration.getTrimmed(name, defaultText);
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
    String text = value instanceof Enum ? nameOf((Enum<?>) value) : value.toString();
    configuration.set(name, text);
  }

  /** Whether the configuration holds a non-empty text for this key. */
  public boolean isSet(Configuration configuration) {
    return !configuration.getTrimmed(name, defaultText).isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
