package org.gradus.jobs.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.gradus.io.settings.Key;
import org.gradus.io.settings.SettingsException;
import org.gradus.model.simulate.ClassOption;
import org.gradus.model.simulate.ClassOptions;

/**
 * The settings of {@code gradus generate}: one for each {@link ClassOption}, and how to write it.
 */
public final class GenerateSettings {
  /** The folder to write. */
  public static final Key<String> OUTPUT =
      Key.text("gradus.generate.output", "", "Folder to write; must not exist or be empty.")
          .withOption("--output");

  /** Number of files with attempts. */
  public static final Key<Long> SHARDS =
      Key.whole("gradus.generate.shards", 4, 1, 10_000, "Number of files to scatter attempts over.")
          .withOption("--shards");

  /** Plain or compressed. */
  public static final Key<String> FORMAT =
      Key.text("gradus.generate.format", "csv.gz", "Format of the files: csv or csv.gz.")
          .withOption("--format");

  /** How much goes wrong on the way into the log. */
  public static final Key<Double> DIRT =
      Key.number(
              "gradus.generate.dirt",
              0,
              0,
              1,
              "Share of attempts whose line is delivered twice, oddly written (quotes, CRLF) or"
                  + " accompanied by a malformed line, in equal parts by kind; above 0 some files"
                  + " start with a byte order mark.")
          .withOption("--dirt");

  /** Number of map tasks. */
  public static final Key<Long> MAP_TASKS =
      Key.whole(
          "gradus.generate.map-tasks",
          0,
          0,
          100_000,
          "Number of map tasks, at most one per student; 0: one for every 500,000 attempts. The"
              + " output does not depend on it.");

  private static final Map<ClassOption, Key<?>> CLASS = classKeys();

  private GenerateSettings() {}

  private static Map<ClassOption, Key<?>> classKeys() {
    Map<ClassOption, Key<?>> keys = new EnumMap<>(ClassOption.class);
    for (ClassOption option : ClassOption.values()) {
      String name = "gradus.generate." + option.words();
      keys.put(
          option,
          (option.whole() ? whole(name, option) : number(name, option))
              .withOption("--" + option.words()));
    }
    return keys;
  }

  private static Key<?> whole(String name, ClassOption option) {
    return Key.whole(
        name,
        (long) option.defaultValue(),
        (long) option.least(),
        (long) option.most(),
        option.meaning());
  }

  private static Key<?> number(String name, ClassOption option) {
    return Key.number(name, option.defaultValue(), option.least(), option.most(), option.meaning());
  }

  /** All of them. */
  static List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>(List.of(OUTPUT));
    keys.addAll(CLASS.values());
    keys.addAll(List.of(SHARDS, FORMAT, DIRT, MAP_TASKS));
    return keys;
  }

  /** The key of an option of the class. */
  public static Key<?> key(ClassOption option) {
    return CLASS.get(option);
  }

  /**
   * The class that the settings describe.
   *
   * @throws SettingsException when a setting is out of its range
   */
  public static ClassOptions classOptions(Configuration configuration) {
    ClassOptions options = new ClassOptions();
    for (ClassOption option : ClassOption.values()) {
      Number value = (Number) CLASS.get(option).get(configuration);
      options = options.with(option, value.doubleValue());
    }
    return options;
  }

  /** Whether files are compressed. */
  static boolean isGzip(Configuration configuration) {
    String format = FORMAT.get(configuration);
    if (!format.equals("csv") && !format.equals("csv.gz")) {
      throw new SettingsException(
          FORMAT + " (--format) is '" + format + "' but must be csv or csv.gz.");
    }
    return format.equals("csv.gz");
  }
}
